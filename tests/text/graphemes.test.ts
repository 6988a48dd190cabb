import fc from 'fast-check'
import {
  boundaryAfter,
  boundaryBefore,
  graphemeInteriors,
  isGraphemeBoundary,
  snapToGraphemes,
} from '@/lib/text/graphemes'
import { anyText } from './random-text'

/** The same, straight from the definition. */
function plainInteriors(text: string): number[] {
  const interiors: number[] = []
  let offset = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    const size = [...segment].length
    for (let inside = 1; inside < size; inside += 1) interiors.push(offset + inside)
    offset += size
  }
  return interiors
}

test('interiors are the code points that do not begin a grapheme cluster', () => {
  fc.assert(
    fc.property(anyText, (text) => expect(graphemeInteriors(text)).toEqual(plainInteriors(text))),
    { numRuns: 1000 },
  )
})

test('interiors of a long text are those of its parts, in spite of being segmented in chunks', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 10, maxLength: 30 }), (parts) => {
      const text = parts.join('')
      expect(graphemeInteriors(text)).toEqual(plainInteriors(text))
    }),
    { numRuns: 50 },
  )
})

test('no two characters below U+10000 are joined unnoticed', () => {
  for (let first = 0; first < 0xd800; first += 0x100) {
    const block = Array.from({ length: 0x100 }, (_, i) => String.fromCharCode(first + i))
    const amongLetters = block.map((character) => `a${character}`).join('')
    const doubled = block.map((character) => `\n${character}${character}`).join('')
    expect(graphemeInteriors(amongLetters)).toEqual(plainInteriors(amongLetters))
    expect(graphemeInteriors(doubled)).toEqual(plainInteriors(doubled))
  }
})

test('a pilot with skin tone is one grapheme of five code points', () => {
  expect(graphemeInteriors('a👩🏽‍✈️.')).toEqual([2, 3, 4, 5])
})

test('a letter with a combining accent is one grapheme; its precomposed form has no interior', () => {
  expect(graphemeInteriors('cafe\u0301s')).toEqual([4])
  expect(graphemeInteriors('cafés')).toEqual([])
})

test('CR and LF together are one grapheme', () => {
  expect(graphemeInteriors('é\r\nb')).toEqual([2])
})

describe('in "a👩🏽‍✈️.", where 2 to 5 lie inside the emoji', () => {
  const interiors = [2, 3, 4, 5]
  test('boundaries are told from interiors', () => {
    expect([0, 1, 2, 5, 6, 7].map((offset) => isGraphemeBoundary(interiors, offset))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ])
  })
  test('a span that cuts the emoji grows around it', () => {
    expect(snapToGraphemes(interiors, { start: 3, end: 4 }, 7)).toEqual({ start: 1, end: 6 })
    expect(snapToGraphemes(interiors, { start: 0, end: 2 }, 7)).toEqual({ start: 0, end: 6 })
  })
  test('a span on boundaries stays as it is', () => {
    expect(snapToGraphemes(interiors, { start: 1, end: 6 }, 7)).toEqual({ start: 1, end: 6 })
  })
  test('an offset moves to the boundary at the side that is asked for', () => {
    expect([boundaryBefore(interiors, 4), boundaryAfter(interiors, 4)]).toEqual([1, 6])
  })
})

test('snapping gives the smallest span on boundaries that holds the given one', () => {
  const texts = anyText.filter((text) => text.length > 0)
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const length = [...text].length
      const span = { start: one % length, end: (one % length) + 1 + (other % (length - (one % length))) }
      const interiors = graphemeInteriors(text)
      const snapped = snapToGraphemes(interiors, span, length)
      const boundaries = Array.from({ length: length + 1 }, (_, i) => i).filter((i) => !interiors.includes(i))
      expect(snapped.start).toBe(boundaries.filter((i) => i <= span.start).at(-1))
      expect(snapped.end).toBe(boundaries.find((i) => i >= span.end))
    }),
  )
})
