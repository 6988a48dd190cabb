import { pageSize } from '@/components/coding-desk/undo/paging'
import { type Coder, coder, withCoders } from './coder'
import { hero, villain } from './made-edits'

withCoders()

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** A coder, and all states that can be come back to. */
class Session {
  private readonly states: Record<string, unknown>[] = [{}]
  private here = 0

  constructor(
    private readonly ana: Coder,
    private readonly next: () => number,
  ) {}

  /** Makes, changes or deletes one of a few annotations. */
  edits(): void {
    const id = `row ${Math.floor(this.next() * 12)}`
    const row = this.ana.rows.get(id)
    const before = row && !row.deleted ? (row.value as typeof hero) : null
    const other = { ...(this.next() < 0.5 ? hero : villain), note: String(this.next()) }
    this.ana.does([{ kind: 'annotation', id, before, after: before && this.next() < 0.4 ? null : other }])
    this.here += 1
    this.states.splice(this.here, this.states.length, this.ana.standing())
  }

  async travels(way: 'undo' | 'redo'): Promise<void> {
    const to = this.here + (way === 'undo' ? -1 : 1)
    const isThere = to in this.states
    expect(await this.ana[way]()).toBe(isThere)
    if (isThere) this.here = to
    expect(this.ana.standing()).toEqual(this.states[this.here])
  }
}

test.each([1, 2])('a long session goes back to every state it came through (%i)', async (seed) => {
  const next = chance(seed)
  const ana = coder()
  const session = new Session(ana, next)
  for (let n = 0; n < 150; n += 1) {
    const way = next()
    for (let times = next() * 40; times > 1; times -= 1) {
      if (way < 0.5) session.edits()
      else await session.travels(way < 0.78 ? 'undo' : 'redo')
    }
    await (next() < 0.1 ? ana.reload() : ana.settled())
  }
  expect(ana.mostInMemory).toBeLessThanOrEqual(4 * pageSize)
})
