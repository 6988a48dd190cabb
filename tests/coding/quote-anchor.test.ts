import { anchorQuote, QuoteAnchorError } from '@/lib/coding/quote-anchor'

const text = 'The ferry left Tarn. The crew 👨‍👩‍👧 waved, and Tarn waved back.'

function reasonOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof QuoteAnchorError) return `${error.reason}: ${error.message}`
    throw error
  }
  return 'no error'
}

describe('anchoring a quote', () => {
  test('a quote that occurs once has one place', () => {
    expect(anchorQuote(text, 'ferry')).toEqual({ start: 4, end: 9 })
  })

  test('offsets count code points: an emoji of three people and two joiners counts five', () => {
    expect(anchorQuote(text, '👨‍👩‍👧')).toEqual({ start: 30, end: 35 })
    expect(anchorQuote(text, 'waved,')).toEqual({ start: 36, end: 42 })
  })

  test('a quote that occurs twice is refused until something says which is meant', () => {
    expect(reasonOf(() => anchorQuote(text, 'Tarn'))).toMatch(/^ambiguous: “Tarn” occurs 2 times/)
    expect(anchorQuote(text, 'Tarn', { occurrence: 1 })).toEqual({ start: 15, end: 19 })
    expect(anchorQuote(text, 'Tarn', { occurrence: 2 })).toEqual({ start: 47, end: 51 })
    expect(anchorQuote(text, 'Tarn', { within: 'Tarn waved back' })).toEqual({ start: 47, end: 51 })
  })

  test('an occurrence is counted within the passage when both are given', () => {
    expect(anchorQuote('a b, a b a', 'a', { within: 'a b a', occurrence: 2 })).toEqual({ start: 9, end: 10 })
  })

  test('occurrences that overlap each other are all counted', () => {
    expect(anchorQuote('tatata', 'tata', { occurrence: 2 })).toEqual({ start: 2, end: 6 })
  })

  test('a quote that is absent, empty or has no such occurrence is refused by name', () => {
    expect(reasonOf(() => anchorQuote(text, 'lock'))).toBe('absent: “lock” does not occur')
    expect(reasonOf(() => anchorQuote(text, ''))).toMatch(/^empty/)
    for (const occurrence of [0, 3, 1.5]) {
      expect(reasonOf(() => anchorQuote(text, 'Tarn', { occurrence }))).toMatch(/^absent: “Tarn” has no occurrence/)
    }
  })

  test('a passage must itself be found once, and must hold the quote', () => {
    expect(reasonOf(() => anchorQuote(text, 'T', { within: 'Tarn' }))).toMatch(/^ambiguous: “Tarn”/)
    expect(reasonOf(() => anchorQuote(text, 'ferry', { within: 'waved back' }))).toBe('absent: “ferry” does not occur')
  })

  test('nothing is normalised: a composed letter does not find a decomposed one', () => {
    expect(reasonOf(() => anchorQuote('Cafe\u0301', 'Caf\u00e9'))).toMatch(/^absent/)
  })
})
