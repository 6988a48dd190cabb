import { likelyName } from '@/components/entities/likely-name'

const entity = (id: string, name: string, ...aliases: string[]) => ({ id, name, kind: 'person' as const, aliases })
const approved = [entity('tarn', 'Ilse Tarn', 'the mayor'), entity('ruk', 'Ilse Ruk')]

describe('the likely name of a word', () => {
  it('shares the most parts with it, in its name or an alias', () => {
    expect(likelyName('Tarn', approved)).toBe('tarn')
    expect(likelyName('ILSE RUK', approved)).toBe('ruk')
    expect(likelyName('Mayor', approved)).toBe('tarn')
  })

  it('is none without a part in common', () => {
    expect(likelyName('Orsa', approved)).toBeUndefined()
    expect(likelyName('Tarnished', approved)).toBeUndefined()
    expect(likelyName('Tarn', [])).toBeUndefined()
  })
})
