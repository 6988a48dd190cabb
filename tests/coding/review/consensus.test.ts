import { agreedReading } from '@/lib/coding/review/consensus'

const stances = (said: Record<string, string | null>) =>
  Object.entries(said).map(([reading, stance]) => ({ reading, stance }))

describe('coders agree on a reading', () => {
  it('when all want it, their own or another’s', () => {
    expect(agreedReading(stances({ A: 'B', B: 'B', C: 'B' }))).toBe('B')
  })

  it('not while one wants another, or has said nothing', () => {
    expect(agreedReading(stances({ A: 'A', B: 'B' }))).toBeNull()
    expect(agreedReading(stances({ A: 'B', B: null }))).toBeNull()
    expect(agreedReading(stances({ A: null, B: null }))).toBeNull()
  })

  it('never when there is but one of them, or nobody', () => {
    expect(agreedReading(stances({ A: 'A' }))).toBeNull()
    expect(agreedReading([])).toBeNull()
  })
})
