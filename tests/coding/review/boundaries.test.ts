import { Boundaries, sharedBy } from '@/lib/coding/review/boundaries'

/** Which boundary differences are trivial, by the language of the text. */

/** The type of the difference between two stretches of a text, by their words. */
function between(text: string, language: string, one: string | [number, number], other: string | [number, number]) {
  const place = (words: string | [number, number]) => {
    if (typeof words !== 'string') return [{ start: words[0], end: words[1] }]
    const start = Array.from(text.slice(0, text.indexOf(words))).length
    return [{ start, end: start + Array.from(words).length }]
  }
  const [left, right] = [place(one), place(other)]
  return new Boundaries(text, language).difference(left, right, sharedBy(left, right))?.type ?? null
}

test.each([
  ['en', 'They saw the harbour.', 'the harbour', 'harbour'],
  ['en-GB', 'An island and the sea', 'An island', 'island'],
  ['en', 'They met at the harbour', 'met at the', 'met at'],
  ['de', 'Sie lobte den alten Hafen', 'den alten Hafen', 'alten Hafen'],
  ['de', 'eines Tages', 'eines Tages', 'Tages'],
  ['fr', 'Elle a sauvé l’île du nord', 'l’île', 'île'],
  ['fr', "Elle a sauvé l'île", "sauvé l'", 'sauvé'],
  ['fr', 'Tous les bateaux', 'les bateaux', 'bateaux'],
  ['es', '«El puerto»', '«El puerto»', 'puerto'],
  ['it', 'nella notte gli uomini', 'gli uomini', 'uomini'],
  ['pt', 'Viu a ilha', 'a ilha', 'ilha'],
  ['nl', 'Het schip', 'Het schip', 'schip'],
  ['el', 'είδε το λιμάνι', 'το λιμάνι', 'λιμάνι'],
  ['und', '„Ende“ — sagte er', '„Ende“ —', 'Ende'],
  ['ar', 'قال: «الميناء»', '«الميناء»', 'الميناء'],
  ['en', 'a name, \u2067ליל\u2069, came', '\u2067ליל\u2069,', 'ליל'],
  ['zh', '他说：“港口。”', '“港口。”', '港口'],
])('trivial in %s: “%s”, “%s” or “%s”', (language, text, one, other) => {
  expect(between(text, language, one, other)).toBe('D2a')
  expect(between(text, language, other, one)).toBe('D2a')
})

test.each([
  ['an article of another language', 'de', 'the harbour', 'the harbour', 'harbour'],
  ['an article where the language is unknown', 'und', 'the harbour', 'the harbour', 'harbour'],
  ['the Arabic article, which is part of its word', 'ar', 'الميناء', 'الميناء', 'ميناء'],
  ['the end of a word that reads like an article', 'en', 'A banana', 'banana', 'banan'],
  ['the beginning of a word that reads like an article', 'en', 'theatre', 'theatre', 'atre'],
  ['a per cent sign', 'en', 'of 40% there', '40%', '40'],
  ['the sign of a hashtag', 'en', 'the #Hero here', '#Hero', 'Hero'],
  ['a currency', 'en', 'for €40 now', '€40', '40'],
  ['any other word', 'en', 'old harbour', 'old harbour', 'harbour'],
])('not trivial: %s', (_, language, text, one, other) => {
  expect(between(text, language, one, other)).toBe('D2b')
})

test('an article alone is not nothing', () => {
  expect(between('the harbour', 'en', 'the', 'the harbour')).toBe('D2b')
  expect(between('the harbour', 'en', 'the', 'the')).toBeNull()
})

test('punctuation alone is not nothing', () => {
  expect(between('“ ”', 'en', [0, 1], [0, 3])).toBe('D2b')
})

test('stretches with white space or punctuation alone between them are one', () => {
  const boundaries = new Boundaries('one, two three', 'en')
  const pieces = [
    { start: 0, end: 3 },
    { start: 5, end: 8 },
  ]
  const difference = (end: number) => {
    const whole = [{ start: 0, end }]
    return boundaries.difference(pieces, whole, sharedBy(pieces, whole))
  }
  expect(difference(8)).toEqual({ type: 'D2a', iou: 6 / 8 })
  expect(difference(14)).toEqual({ type: 'D2b', iou: 6 / 14 })
})
