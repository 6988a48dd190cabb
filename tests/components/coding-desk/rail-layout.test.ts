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
})
