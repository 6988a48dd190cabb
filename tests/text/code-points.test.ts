import fc from 'fast-check'
import { CodePointIndex, codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import { anyText } from './random-text'

const withSpan = anyText.chain((text) => {
  const length = [...text].length
  return fc.tuple(fc.constant(text), fc.nat({ max: length }), fc.nat({ max: length }))
})

test('a text is as long as its code points, whatever it holds', () => {
  fc.assert(fc.property(anyText, (text) => expect(codePointLength(text)).toBe([...text].length)))
})

test('slices are those of the array of code points', () => {
  fc.assert(
    fc.property(withSpan, ([text, one, other]) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)]
      expect(sliceCodePoints(text, start, end)).toBe([...text].slice(start, end).join(''))
    }),
  )
})

test('an offset survives the way to UTF-16 and back', () => {
  fc.assert(
    fc.property(withSpan, ([text, offset]) => {
      const index = new CodePointIndex(text)
      expect(index.toUtf16(offset)).toBe([...text].slice(0, offset).join('').length)
      expect(index.toCodePoint(index.toUtf16(offset))).toBe(offset)
    }),
  )
})

test('an offset in the middle of a surrogate pair counts as the start of its character', () => {
  const index = new CodePointIndex('a👍b')
  expect([0, 1, 2, 3, 4].map((utf16) => index.toCodePoint(utf16))).toEqual([0, 1, 1, 2, 3])
})

test('a lone surrogate counts as one code point', () => {
  expect(codePointLength('a\ud800b\udc00')).toBe(4)
})

test.each([-1, 5, 1.5, Number.NaN])('offset %p outside the text is refused', (offset) => {
  const index = new CodePointIndex('a👍b')
  expect(() => index.toUtf16(offset)).toThrow(RangeError)
  expect(() => index.toCodePoint(offset)).toThrow(RangeError)
})

test('a hundred thousand conversions in a million characters are no work', () => {
  const index = new CodePointIndex('a👍'.repeat(333_333))
  const before = performance.now()
  for (let offset = 0; offset < 100_000; offset += 1) index.toCodePoint(index.toUtf16(offset * 6))
  expect(performance.now() - before).toBeLessThan(2000)
})
