import { agreementFilters } from '@/lib/coding/agreement-request'

const names = (count: number) => Array.from({ length: count }, (_, i) => `C${i + 1}`)
const accepts = (filters: Record<string, unknown>) => agreementFilters.safeParse(filters).success

describe('what a report can be asked about', () => {
  it('takes a list in one text or repeated, without blanks and each value once', () => {
    expect(agreementFilters.parse({ coders: 'C02, C01,,C02' }).coders).toEqual(['C02', 'C01'])
    expect(agreementFilters.parse({ coders: ['C02', '', 'C01', 'C02'] }).coders).toEqual(['C02', 'C01'])
  })

  it('takes targets with commas in their names', () => {
    expect(agreementFilters.parse({ targets: 'Port Authority, Zorba|Sela Marrin' }).targets).toEqual([
      'Port Authority, Zorba',
      'Sela Marrin',
    ])
  })

  it('takes all coders of a study of hundreds, and no list without end', () => {
    expect(agreementFilters.parse({ coders: names(843) }).coders).toHaveLength(843)
    expect(accepts({ coders: names(1001) })).toBe(false)
  })

  it('asks for nothing where a field was left blank', () => {
    expect(agreementFilters.parse({ round: '', version: '', unit: '', seed: '', coders: '' })).toEqual({})
  })

  it.each([
    ['a round that is no number', { round: 'two' }],
    ['a round repeated', { round: ['1', '2'] }],
    ['a version that is none', { version: "1.0.0'; --" }],
    ['a unit there is not', { unit: 'word' }],
    ['more replicates than a server should draw', { replicates: '10001' }],
    ['a seed that is no whole number', { seed: '1.5' }],
    ['a name longer than any', { codes: 'x'.repeat(65) }],
  ])('refuses %s', (_, filters) => {
    expect(accepts(filters)).toBe(false)
  })
})
