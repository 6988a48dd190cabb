import { groupsOf } from '@/components/review-desk/compare/groups'
import { annotation, reading, rowsOf } from '../../support/cluster-view'

const named = (
  readings: Parameters<typeof groupsOf>[0]['readings'],
  differences: Parameters<typeof groupsOf>[0]['differences'] = [],
) =>
  groupsOf({ readings, rows: rowsOf(readings), differences }).map(({ voices, silent }) => ({
    voices: voices.map(({ name }) => name),
    silent,
  }))

describe('the groups of a cluster', () => {
  test('hold annotations of different readings that overlap against each other', () => {
    const readings = [reading('A', [annotation(1, 'hero', 0, 21)]), reading('B', [annotation(2, 'hero', 0, 16)])]
    expect(named(readings)).toEqual([{ voices: ['A', 'B'], silent: [] }])
  })

  test('show readings that say the very same as one', () => {
    const one = (number: number) => annotation(number, 'hero', 0, 21)
    const readings = [reading('A', [one(1)]), reading('B', [annotation(2, 'hero', 0, 16)]), reading('C', [one(3)])]
    expect(named(readings)).toEqual([{ voices: ['A, C', 'B'], silent: [] }])
  })

  test('keep stacked codes apart, each with its like', () => {
    const readings = [
      reading('A', [annotation(1, 'hero', 0, 21), annotation(2, 'villain', 0, 21)]),
      reading('B', [annotation(3, 'villain', 0, 20), annotation(4, 'hero', 0, 20)]),
    ]
    expect(named(readings)).toEqual([
      { voices: ['A1', 'B2'], silent: [] },
      { voices: ['A2', 'B1'], silent: [] },
    ])
  })

  test('name who has nothing there', () => {
    expect(named([reading('A', [annotation(1, 'hero', 0, 21)]), reading('B')])).toEqual([
      { voices: ['A'], silent: ['B'] },
    ])
  })

  test('do not hold different codes for different targets against each other', () => {
    const readings = [
      reading('A', [annotation(1, 'hero', 0, 21, { attributes: { target: 'Marrin' } })]),
      reading('B', [annotation(2, 'villain', 0, 21, { attributes: { target: 'Brisk' } })]),
    ]
    expect(named(readings).map(({ voices }) => voices)).toEqual([['A'], ['B']])
  })

  test('hold both halves of a split against the whole', () => {
    const readings = [
      reading('A', [annotation(1, 'hero', 0, 34)]),
      reading('B', [annotation(2, 'hero', 0, 6), annotation(3, 'hero', 22, 34)]),
    ]
    const members = [
      { reading: 'A', annotationId: annotation(1, 'hero', 0, 1).id },
      { reading: 'B', annotationId: annotation(2, 'hero', 0, 1).id },
      { reading: 'B', annotationId: annotation(3, 'hero', 0, 1).id },
    ]
    expect(named(readings, [{ type: 'D5', readings: ['A', 'B'], members }])).toEqual([
      { voices: ['A', 'B1', 'B2'], silent: [] },
    ])
  })

  test('are the same in whichever order readings come', () => {
    const readings = [
      reading('A', [annotation(1, 'hero', 0, 21)]),
      reading('B', [annotation(2, 'hero', 0, 16)]),
      reading('C', [annotation(3, 'hero', 7, 21)]),
    ]
    const sets = (some: typeof readings) =>
      groupsOf({ readings: some, rows: rowsOf(some), differences: [] }).map(({ voices }) =>
        voices.map(({ name }) => name).sort(),
      )
    expect(sets([...readings].reverse())).toEqual(sets(readings))
  })
})
