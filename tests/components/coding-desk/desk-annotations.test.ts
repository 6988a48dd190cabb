import fc from 'fast-check'
import { type Made, madeOf } from '@/components/coding-desk/annotations/desk-annotations'
import { knownRows, withNewer } from '@/components/coding-desk/outbox/rows'
import type { CodedRow } from '@/lib/coding/change'
import { row, uuid, value } from './coding-view'

const link = (id: number, relation = 'contradicts', deleted = false): CodedRow => ({
  ...{ id: uuid(id), kind: 'link', version: 1, deleted },
  value: { relation, from: uuid(20), to: uuid(21) },
})

/** What is made of rows, after what was made of others. */
const of = (rows: readonly CodedRow[], before?: Made) => madeOf(knownRows(rows).list, before)

describe('the annotations of the desk', () => {
  const [first, second] = [row(uuid(20), value('hero', 0, 6)), row(uuid(21), value('villain', 26, 33))]

  test('are the same objects as before while their rows say the same, whatever came beside them', () => {
    const before = of([first, second])
    const changed = { ...second, value: { ...value('villain', 26, 33), note: 'Why.' } } as CodedRow
    const stored = { ...first, version: 2 }
    const again = of([stored, changed, row(uuid(22), value('figure', 0, 6))], before).annotations
    expect(again[0]).toBe(before.annotations[0])
    expect(again.map(({ id }) => id)).toEqual([uuid(20), uuid(22), uuid(21)])
    expect(again[2]).toMatchObject({ value: { note: 'Why.' } })
  })

  test('go when their row goes or is deleted, and come back', () => {
    const before = of([first, second])
    expect(of([second], before).annotations).toEqual([before.annotations[1]])
    const deleted = of([{ ...first, deleted: true }, second])
    expect(deleted.annotations.map(({ id }) => id)).toEqual([uuid(21)])
    expect(of([first, second], deleted).annotations.map(({ id }) => id)).toEqual([uuid(20), uuid(21)])
  })

  const anyRow = fc
    .record({ id: fc.integer({ min: 1, max: 9 }), start: fc.nat(9), deleted: fc.boolean(), isLink: fc.boolean() })
    .map(
      ({ id, start, deleted, isLink }): CodedRow =>
        isLink ? link(id, 'contradicts', deleted) : { ...row(uuid(id), value('hero', start, start + 3)), deleted },
    )
  const anyRows = fc.uniqueArray(anyRow, { selector: ({ id }) => id })

  test('are what they would be without a memory of before, whatever that was', () => {
    fc.assert(
      fc.property(anyRows, anyRows, fc.nat(9), (before, others, kept) => {
        const taken = before.slice(0, kept)
        const now = [...taken, ...others.filter(({ id }) => taken.every((one) => one.id !== id))]
        expect(of(now, of(before))).toEqual(of(now))
      }),
    )
  })

  test('are the same from one state to the next, where each has places that the other has not', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyRows, (first, second, third) => {
        const begun = knownRows(first)
        let made: Made | undefined
        for (const { list } of [begun, withNewer(begun, second), withNewer(begun, third)]) {
          made = madeOf(list, made)
          const { annotations, links } = madeOf(list)
          expect(made).toEqual({ rows: list, annotations, links })
        }
      }),
    )
  })
})

test('links keep their order and stay the same objects while their rows say the same', () => {
  const rows = [link(1), link(2)]
  const before = of(rows)
  const again = of([{ ...link(1), version: 2, value: rows[0]?.value } as CodedRow, link(2, 'repeats')], before).links
  expect(again[0]).toBe(before.links[0])
  expect(again.map(({ id, value }) => [id, value.relation])).toEqual([
    [uuid(1), 'contradicts'],
    [uuid(2), 'repeats'],
  ])
})

test('what the rows say is the very list of before where it is the same', () => {
  const [annotation, other] = [row(uuid(20), value('hero', 0, 6)), row(uuid(21), value('villain', 26, 33))]
  const before = of([annotation, other, link(1)])
  const stored = of([{ ...annotation, version: 2 }, other, link(1)], before)
  expect(stored.annotations).toBe(before.annotations)
  const linked = of([annotation, other, link(1), link(2)], before)
  expect(linked.annotations).toBe(before.annotations)
  expect(linked.links).toHaveLength(2)
})
