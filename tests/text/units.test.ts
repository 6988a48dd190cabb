import fc from 'fast-check'
import { CodePointIndex } from '@/lib/text/code-points'
import { isGraphemeBoundary } from '@/lib/text/graphemes'
import { pairs, type Span } from '@/lib/text/spans'
import { freezeUnits } from '@/lib/text/units'
import { testWithNews } from '../support/samples'
import { anyText } from './random-text'

function quotes(text: string, flat: number[]): string[] {
  const index = new CodePointIndex(text)
  return pairs(flat).map((span) => index.slice(span.start, span.end))
}

const liesIn = (inner: Span, outer: Span[]) => outer.filter((o) => o.start <= inner.start && inner.end <= o.end).length

function expectGoodUnits(text: string, language: string) {
  const units = freezeUnits(text, language)
  const [paragraphs, sentences, tokens] = [pairs(units.paragraphs), pairs(units.sentences), pairs(units.tokens)]
  expect(units.length).toBe([...text].length)
  for (const level of [units.paragraphs, units.sentences, units.tokens]) {
    expect(level.every((offset) => isGraphemeBoundary(units.graphemeInteriors, offset))).toBe(true)
    expect(level.every((offset) => offset >= 0 && offset <= units.length)).toBe(true)
    expect(pairs(level).every(({ start, end }) => start < end)).toBe(true)
    expect(level.every((offset, i) => i === 0 || (level[i - 1] ?? 0) <= offset)).toBe(true)
  }
  expect(sentences.filter((sentence) => liesIn(sentence, paragraphs) !== 1)).toEqual([])
  expect(tokens.filter((token) => liesIn(token, sentences) !== 1)).toEqual([])
  return { units, paragraphs, sentences, tokens }
}

test('units are sorted, disjoint, nested and on grapheme boundaries in any text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'ar', 'th', 'und'), (text, language) => {
      const { paragraphs, sentences } = expectGoodUnits(text, language)
      const index = new CodePointIndex(text)
      for (const { start, end } of [...paragraphs, ...sentences]) {
        const quote = index.slice(start, end)
        expect(quote).not.toMatch(/\n\S/)
        expect(quote).not.toMatch(/^\s/)
      }
    }),
    { numRuns: 500 },
  )
})

test('every letter and digit of a text lies in a sentence', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { units } = expectGoodUnits(text, 'und')
      const letters = (string: string) => string.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
      expect(letters(quotes(text, units.sentences).join(''))).toBe(letters(text))
    }),
  )
})

test('a line is a paragraph, and a headline without a stop is a sentence', () => {
  const text = '\n  Harbour closed \u00a0\n\nThe dam leaked. Mr. Orlo left.\n \t\nEna Brisk'
  const units = freezeUnits(text, 'en')
  expect(quotes(text, units.paragraphs)).toEqual(['Harbour closed', 'The dam leaked. Mr. Orlo left.', 'Ena Brisk'])
  expect(quotes(text, units.sentences)).toEqual(['Harbour closed', 'The dam leaked.', 'Mr. Orlo left.', 'Ena Brisk'])
})

test('units count in code points, not in UTF-16', () => {
  const text = '👩🏽‍✈️ Hail. #𝒳 yes'
  const units = freezeUnits(text, 'en')
  expect(quotes(text, units.tokens)).toEqual(['Hail', '#𝒳', 'yes'])
  expect(units.tokens.slice(0, 2)).toEqual([6, 10])
  expect(units.graphemeInteriors).toEqual([1, 2, 3, 4])
})

test('the isolates around a right-to-left name stay in the text and outside its tokens', () => {
  const text = 'The mayor, \u2067ليلى حداد\u2069, called the pilots heroes 👩🏽‍✈️.'
  const units = freezeUnits(text, 'en')
  expect(units.length).toBe(55)
  expect(quotes(text, units.tokens)).toEqual(['The', 'mayor', 'ليلى', 'حداد', 'called', 'the', 'pilots', 'heroes'])
})

test.each(['', ' ', '\n\n', '\u00a0\t\n'])('a blank text %j has no units', (text) => {
  expect(freezeUnits(text, 'en')).toMatchObject({ paragraphs: [], sentences: [], tokens: [] })
})

test('a megabyte of repeated abbreviations takes seconds, not hours', () => {
  const before = performance.now()
  freezeUnits('Mr. “U.S.” '.repeat(95_000), 'en')
  expect(performance.now() - before).toBeLessThan(30_000)
}, 60_000)

testWithNews('real news texts have the sentences a reader would count', (samples) => {
  const counts = samples.map(({ text }) => {
    const { paragraphs, sentences, tokens } = expectGoodUnits(text, 'en')
    return [paragraphs.length, sentences.length, tokens.length]
  })
  expect(counts).toEqual([
    [11, 18, 470],
    [8, 16, 437],
    [1, 29, 778],
    [17, 20, 601],
  ])
})

testWithNews('no sentence of a real news text ends at an abbreviation before a capital', (samples) => {
  for (const { text } of samples) {
    const sentences = quotes(text, freezeUnits(text, 'en').sentences)
    expect(sentences.filter((sentence) => /\b(Dr|Mr|U\.S)\.$/.test(sentence))).toEqual([])
  }
})
