import fc from 'fast-check'
import { CharacterKinds, flatten, intersection, pairs, trimSpan } from '@/lib/text/spans'
import { anyText } from './random-text'

test('spans share what lies in both', () => {
  expect(intersection({ start: 0, end: 5 }, { start: 3, end: 9 })).toEqual({ start: 3, end: 5 })
  expect(intersection({ start: 0, end: 9 }, { start: 3, end: 4 })).toEqual({ start: 3, end: 4 })
})

test('spans that only touch share nothing', () => {
  expect(intersection({ start: 0, end: 3 }, { start: 3, end: 9 })).toBeNull()
})

test('flat pairs and spans are two ways to write one thing', () => {
  expect(pairs([0, 3, 4, 9])).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 9 },
  ])
  expect(flatten(pairs([0, 3, 4, 9]))).toEqual([0, 3, 4, 9])
  expect(pairs([])).toEqual([])
})

test('trimming takes white space from both ends, no-break space included', () => {
  expect(trimSpan('a \u00a0 bc\t d', { start: 1, end: 7 })).toEqual({ start: 4, end: 6 })
})

test('trimming leaves nothing of a span of white space', () => {
  expect(trimSpan('a \u00a0\n b', { start: 1, end: 5 })).toBeNull()
})

test('trimming counts in code points', () => {
  expect(trimSpan('👍 𝒳 ', { start: 1, end: 4 })).toEqual({ start: 2, end: 3 })
})

describe('a unit has a span', () => {
  const text = 'He left. 👍 «Five 5» she said.'
  const kinds = new CharacterKinds(text)
  test.each([
    ['when the span covers a letter of it', { start: 0, end: 8 }, { start: 7, end: 9 }, false],
    ['when the span covers one letter', { start: 0, end: 8 }, { start: 6, end: 9 }, true],
    ['when the span covers a digit', { start: 9, end: 19 }, { start: 17, end: 18 }, true],
    ['not for an emoji alone', { start: 9, end: 19 }, { start: 8, end: 12 }, false],
    ['not when they do not meet', { start: 0, end: 8 }, { start: 20, end: 23 }, false],
  ])('%s', (_, unit, span, has) => {
    expect(kinds.unitHasSpan(unit, span)).toBe(has)
  })
})

test('letters and digits of every script count, marks and punctuation do not', () => {
  const kinds = new CharacterKinds('قُتل ٤٠ ½ e\u0301 —…')
  expect(kinds.lettersIn({ start: 0, end: kinds.length })).toBe(3 + 2 + 1 + 1)
})

test('counting over prefixes equals counting by hand', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const characters = [...text]
      const start = one % (characters.length + 1)
      const end = start + (other % (characters.length - start + 1))
      const byHand = characters.slice(start, end).filter((character) => /[\p{L}\p{N}]/u.test(character)).length
      expect(new CharacterKinds(text).lettersIn({ start, end })).toBe(byHand)
    }),
  )
})

test('white space is what JavaScript and Unicode call so', () => {
  const odd = '\u0085\u00a0\u1680\u2003\u2028\u202f\u3000\ufeff\v\f'
  const kinds = new CharacterKinds(`${odd}a\u200b\u001f`)
  expect(Array.from({ length: kinds.length }, (_, i) => kinds.isWhite(i)).indexOf(false)).toBe(odd.length)
  expect(kinds.isWhite(odd.length + 1)).toBe(false)
  expect(kinds.isWhite(odd.length + 2)).toBe(false)
})
