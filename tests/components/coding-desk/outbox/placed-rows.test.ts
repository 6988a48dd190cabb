import fc from 'fast-check'
import { PlacedRows } from '@/components/coding-desk/outbox/placed-rows'
import type { KnownRow } from '@/components/coding-desk/outbox/rows'

/** A row that can be told apart by its version. */
const row = (id: string, version: number): KnownRow => ({ id, kind: 'annotation', version, deleted: true })

const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const anyEdits = fc.array(fc.record({ id: anyId, version: fc.nat() }), { maxLength: 5 })
/** Each state is made from one of those before it. */
const anyStates = fc.array(fc.record({ from: fc.nat(), edits: anyEdits }), { maxLength: 12 })

describe('rows at their places', () => {
  test('are in every state, made from whichever other one, what a map would hold', () => {
    fc.assert(
      fc.property(anyStates, (made) => {
        const states = [{ rows: PlacedRows.of([]), map: new Map<string, KnownRow>() }]
        for (const { from, edits } of made) {
          const before = states[from % states.length]
          if (!before) throw new Error('There is always a first state.')
          const map = new Map(before.map)
          const rows = before.rows.with((work) => {
            for (const { id, version } of edits) {
              expect(work.get(id)).toBe(map.get(id))
              const edited = row(id, version)
              work.set(id, edited)
              map.set(id, edited)
            }
          })
          states.push({ rows, map })
        }
        for (const { rows, map } of states) {
          expect(rows.size).toBe(map.size)
          expect(new Set(rows.values())).toEqual(new Set(map.values()))
          for (const id of ['a', 'b', 'c', 'd', 'e']) expect(rows.get(id)).toBe(map.get(id))
        }
      }),
    )
  })

  test('stay at their places in all states', () => {
    const first = PlacedRows.of([row('a', 1), row('b', 1)])
    const one = first.with((work) => work.set('c', row('c', 1)))
    const other = first.with((work) => work.set('d', row('d', 1)))
    expect(one.list.map((known) => known?.id)).toEqual(['a', 'b', 'c'])
    expect(other.list.map((known) => known?.id)).toEqual(['a', 'b', undefined, 'd'])
    const both = other.with((work) => work.set('c', row('c', 1)))
    expect(both.list.map((known) => known?.id)).toEqual(['a', 'b', 'c', 'd'])
  })
})
