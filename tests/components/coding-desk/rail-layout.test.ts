import fc from 'fast-check'
import { labelHeight, placeMarks } from '@/components/coding-desk/reading/rail-layout'

describe('names beside the text', () => {
  test('stand at their first line where there is room', () => {
    const placed = placeMarks([
      { id: 'a', top: 0, bottom: 30 },
      { id: 'b', top: 100, bottom: 130 },
    ])
    expect(placed.map(({ labelTop }) => labelTop)).toEqual([0, 100])
  })

  test('move down until they are free, and never cover each other', () => {
    const marks = ['a', 'b', 'c'].map((id) => ({ id, top: 0, bottom: 30 }))
    expect(placeMarks(marks).map(({ labelTop }) => labelTop)).toEqual([0, labelHeight, 2 * labelHeight])
  })

  test('are left out rather than placed far from what they name; the bar stays', () => {
    const marks = Array.from({ length: 6 }, (_, i) => ({ id: `m${i}`, top: 0, bottom: 30 }))
    const placed = placeMarks(marks)
    expect(placed.map(({ labelTop }) => labelTop === null)).toEqual([false, false, false, false, true, true])
    expect(placed.map(({ bottom }) => bottom)).toEqual(Array(6).fill(30))
  })

  test('stand in the order of the text where they begin in one line, however deep their lines lie', () => {
    const marks = [
      { id: 'first', top: 0, bottom: 30 },
      { id: 'second', top: 0, bottom: 40 },
      { id: 'third', top: 0, bottom: 35 },
    ]
    expect(placeMarks(marks).map(({ id }) => id)).toEqual(['first', 'second', 'third'])
  })

  test('stand in the order of the lines: what begins above the stretch is known from further down', () => {
    const marks = [
      { id: 'from above', top: 100, bottom: 130 },
      { id: 'here', top: 0, bottom: 30 },
    ]
    expect(placeMarks(marks).map(({ id }) => id)).toEqual(['here', 'from above'])
  })
})

describe('bars beside the text', () => {
  const lanesOf = (...marks: [top: number, bottom: number][]) =>
    placeMarks(marks.map(([top, bottom]) => ({ top, bottom }))).map(({ lane }) => lane)

  test('lie side by side where they share a line of the page', () => {
    expect(lanesOf([0, 30], [0, 30], [0, 30])).toEqual([0, 1, 2])
  })

  test('come back to the words where these are free again', () => {
    expect(lanesOf([0, 64], [34, 98], [68, 98], [102, 132])).toEqual([0, 1, 0, 0])
  })

  test('never share a lane when they overlap, and take no more lanes than lie beside one place', () => {
    const mark = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 120 }))
      .map(([top, height]) => ({ top, bottom: top + height }))
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        const placed = placeMarks(marks)
        const deepest = Math.max(
          0,
          ...placed.map(({ top }) => placed.filter((one) => one.top <= top && top < one.bottom).length),
        )
        expect(Math.max(-1, ...placed.map(({ lane }) => lane))).toBe(deepest - 1)
        for (const one of placed)
          for (const other of placed)
            if (one !== other && one.top < other.bottom && other.top < one.bottom) expect(one.lane).not.toBe(other.lane)
      }),
    )
  })
})
