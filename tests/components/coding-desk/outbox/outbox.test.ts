/** @jest-environment node */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { draftOf } from '@/components/coding-desk/outbox/draft'
import { Outbox } from '@/components/coding-desk/outbox/outbox'
import { openStore } from '@/components/coding-desk/outbox/store'
import { openChannel } from '@/components/coding-desk/outbox/tabs'
import { uuid, value } from '../coding-view'
import { CodingServer } from './coding-server'
import { WebLocks } from './web-locks'

const codingId = uuid(1)
const [a, b] = [uuid(10), uuid(11)]
const hero = value('hero', 0, 6)
const villain = value('villain', 0, 6)

let server: CodingServer
let leave: (() => void)[] = []
const realFetch = globalThis.fetch

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  server = new CodingServer()
  globalThis.fetch = server.fetch
  // Every page has frames.
  globalThis.requestAnimationFrame = (draw) => Number(setTimeout(draw, 16))
})

afterEach(async () => {
  jest.restoreAllMocks()
  server.fault = null
  server.faultOn = null
  for (const stop of leave) stop()
  leave = []
  await new Promise((resolve) => setTimeout(resolve, 50))
  globalThis.fetch = realFetch
})

/** Opens the coding in a tab. */
function openTab(onForeignRows?: (ids: readonly string[], conflict: boolean) => void): Outbox {
  const outbox = new Outbox({
    codingId,
    rows: [...server.rows.values()],
    submitted: false,
    ...(onForeignRows ? { onForeignRows } : {}),
  })
  leave.push(outbox.start())
  return outbox
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 4000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const isSaved = (tab: Outbox) => tab.snapshot().save.kind === 'saved'

/** What a tab shows, by its id. */
const rowsOf = (tab: Outbox) => new Map([...tab.snapshot().rows.values()].map((one) => [one.id, one]))

/** The value that is painted of a row. */
function paintedValue(tab: Outbox, id: string) {
  const row = tab.snapshot().rows.get(id)
  return row && !row.deleted ? row.value : undefined
}

const draftOfHero = draftOf(
  codingId,
  [{ kind: 'annotation', id: a, before: null, after: hero }],
  new Map(),
  '2026-01-01T00:00:00Z',
)

/** Another tab took, sent and removed what a third one kept, and was heard of before that one was. */
function hearLateOfKept(): void {
  const row = { id: a, kind: 'annotation', value: hero, version: 1, deleted: false } as const
  server.rows.set(a, row)
  const channel = openChannel(codingId, () => {})
  // An open channel keeps the process alive, also after a failure.
  leave.push(() => channel.close())
  channel.post({ event: { type: 'stored', order: 1, rows: [row] } })
  if (draftOfHero) channel.post({ event: { type: 'kept', record: { ...draftOfHero, order: 1 } } })
}

const inStore = async () => {
  const store = await openStore()
  const records = await store.list(codingId)
  store.close()
  return records
}

describe('the outbox', () => {
  test('keeps and sends on though a page refuses to be told, which is told later', async () => {
    const tab = openTab()
    await until(() => tab.snapshot().isCurrent)
    let refusals = 3
    let told = 0
    tab.subscribe(() => {
      if (refusals > 0) {
        refusals -= 1
        throw new Error('Too many updates.')
      }
      told += 1
    })
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => refusals === 0 && isSaved(tab))
    tab.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    await until(() => server.rows.has(b) && isSaved(tab))
    expect(server.rows.get(a)).toMatchObject({ value: hero })
    expect(told).toBeGreaterThan(0)
  })

  test('tells of each edit at once, and together of what follows from a hundred', async () => {
    const tab = openTab()
    await until(() => tab.snapshot().isCurrent)
    let told = 0
    tab.subscribe(() => (told += 1))
    for (let n = 0; n < 100; n += 1) tab.edit([{ kind: 'annotation', id: uuid(100 + n), before: null, after: hero }])
    expect(told).toBe(100)
    const start = Date.now()
    await until(() => server.rows.size === 100 && isSaved(tab))
    expect(told - 100).toBeLessThanOrEqual(1 + (Date.now() - start) / 40)
  })

  test('the snapshot is the same object until something happens', async () => {
    const tab = openTab()
    await until(() => isSaved(tab))
    const before = tab.snapshot()
    expect(tab.snapshot()).toBe(before)
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    expect(tab.snapshot()).not.toBe(before)
  })

  test('what the server took stays the very value that was painted', async () => {
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => isSaved(tab))
    expect(tab.snapshot().rows.get(a)).toMatchObject({ version: 1 })
    expect(paintedValue(tab, a)).toBe(hero)
    await tab.refresh()
    expect(paintedValue(tab, a)).toBe(hero)
  })

  test('paints an edit at once, keeps it in the browser, and sends it', async () => {
    server.fault = 'unreachable'
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    expect(tab.snapshot().rows.get(a)).toMatchObject({ value: hero, deleted: false })
    expect(isSaved(tab)).toBe(false)
    await until(async () => (await inStore()).length === 1)
    await until(() => tab.snapshot().save.kind === 'offline')
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab))
    expect(server.rows.get(a)).toMatchObject({ version: 1, value: hero })
    expect(await inStore()).toEqual([])
  })

  test('sends what was done when it is on the screen, and where there are no frames a little later', async () => {
    const tab = openTab()
    await until(() => tab.snapshot().isCurrent)
    globalThis.requestAnimationFrame = () => 0
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(async () => (await inStore()).length === 1)
    expect(server.lists).toEqual([])
    await until(() => isSaved(tab))
    let draw: FrameRequestCallback = () => {}
    globalThis.requestAnimationFrame = (next) => {
      draw = next
      return 0
    }
    tab.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    await until(async () => (await inStore()).length === 1)
    expect(server.lists).toHaveLength(1)
    draw(0)
    await until(() => isSaved(tab))
    expect(server.lists).toHaveLength(2)
  })

  test('sends what a dead tab left, each change once, also when the first answer was lost', async () => {
    server.fault = 'answer lost'
    const dead = openTab()
    dead.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    dead.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    await until(() => server.lists.length === 1 && dead.snapshot().save.kind === 'offline')
    leave.pop()?.()
    server.fault = null
    const next = openTab()
    await until(() => server.lists.length === 2 && isSaved(next))
    expect(server.lists.flat().map(({ id }) => id)).toEqual([a, b])
    expect([...server.rows.values()].map(({ version }) => version)).toEqual([1, 1])
  })

  test('melts the writing that waits into one change', async () => {
    server.fault = 'unreachable'
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'offline')
    const writing = ['w', 'wh', 'why'].map((note) => ({ ...villain, note }))
    for (const [n, after] of writing.entries())
      tab.edit([{ kind: 'annotation', id: b, before: writing[n - 1] ?? null, after }])
    await until(async () => (await inStore()).length === 2)
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab))
    expect(server.lists).toHaveLength(2)
    expect(server.rows.get(b)).toMatchObject({ version: 1, value: { note: 'why' } })
  })

  test('brings two tabs of one coder to the same state', async () => {
    const [one, two] = [openTab(), openTab()]
    one.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => two.snapshot().rows.get(a) !== undefined && isSaved(one) && isSaved(two))
    two.edit([{ kind: 'annotation', id: a, before: hero, after: villain }])
    await until(() => isSaved(one) && isSaved(two) && server.rows.get(a)?.version === 2)
    for (const tab of [one, two]) expect(rowsOf(tab)).toEqual(server.rows)
  })

  test.each([
    ['that the server has', false],
    ['that waits itself', true],
  ])('loses neither of two edits made at the same moment in two tabs on an annotation %s', async (_, waits) => {
    if (!waits) server.rows.set(a, { id: a, kind: 'annotation', value: hero, version: 1, deleted: false })
    server.fault = 'unreachable'
    const conflicts: string[] = []
    const told = (ids: readonly string[], conflict: boolean) => conflict && conflicts.push(...ids)
    const [one, two] = [openTab(told), openTab(told)]
    one.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    await until(() => two.snapshot().save.kind === 'offline')
    if (waits) one.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => two.snapshot().rows.get(a) !== undefined)
    one.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'why' } }])
    two.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, attributes: { target: 'Marrin' } } }])
    await until(async () => (await inStore()).length === 3)
    server.fault = null
    one.retry()
    await until(() => isSaved(one) && isSaved(two))
    expect(server.rows.get(a)).toMatchObject({ value: { note: 'why', attributes: { target: 'Marrin' } } })
    expect(rowsOf(one)).toEqual(rowsOf(two))
    expect(conflicts).toContain(a)
  })

  test('applies a change again on top of what another device did, and says so', async () => {
    server.rows.set(a, { id: a, kind: 'annotation', value: hero, version: 1, deleted: false })
    const conflicts: string[] = []
    const tab = openTab((ids, conflict) => conflict && conflicts.push(...ids))
    await until(() => isSaved(tab))
    server.rows.set(a, { id: a, kind: 'annotation', value: { ...hero, unsure: true }, version: 2, deleted: false })
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'mine' } }])
    await until(() => isSaved(tab) && server.rows.get(a)?.version === 3)
    expect(server.rows.get(a)).toMatchObject({ value: { note: 'mine', unsure: true } })
    expect(conflicts).toEqual([a])
  })

  test('sets aside a change of what another device deleted, and says in every tab that the row is changed', async () => {
    server.rows.set(a, { id: a, kind: 'annotation', value: hero, version: 1, deleted: false })
    const foreign: [string, ...unknown[]][] = []
    const tellAs = (name: string) => openTab((ids, conflict) => foreign.push([name, ids, conflict]))
    const [tab, other] = [tellAs('sends'), tellAs('listens')]
    await until(() => isSaved(tab) && isSaved(other))
    server.rows.set(a, { id: a, kind: 'annotation', value: hero, version: 2, deleted: true })
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'mine' } }])
    await until(() => [tab, other].every((of) => of.snapshot().refused.length === 1 && isSaved(of)))
    await tab.refresh()
    expect(server.rows.get(a)).toMatchObject({ version: 2, deleted: true })
    expect(foreign.filter(([name]) => name === 'sends')).toEqual([['sends', [a], false]])
    expect(foreign.filter(([name]) => name === 'listens').at(-1)).toEqual(['listens', [a], false])
  })

  test('says which rows another device changed, when it reads again, and none of its own', async () => {
    for (const id of [a, b]) server.rows.set(id, { id, kind: 'annotation', value: hero, version: 1, deleted: false })
    const foreign: string[] = []
    const tab = openTab((ids) => foreign.push(...ids))
    await until(() => isSaved(tab))
    server.rows.set(a, { id: a, kind: 'annotation', value: villain, version: 2, deleted: false })
    tab.edit([{ kind: 'annotation', id: b, before: hero, after: villain }])
    await tab.refresh()
    await until(() => isSaved(tab))
    expect(foreign).toEqual([a])
  })

  test('shows both versions where another device changed the same, and lets the coder take the other one', async () => {
    server.rows.set(a, { id: a, kind: 'annotation', value: hero, version: 1, deleted: false })
    const tab = openTab()
    await until(() => isSaved(tab))
    const theirs = { ...hero, note: 'theirs' }
    server.rows.set(a, { id: a, kind: 'annotation', value: theirs, version: 2, deleted: false })
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'mine' } }])
    await until(() => isSaved(tab) && server.rows.get(a)?.version === 3)
    const [clash] = tab.snapshot().clashes
    expect(clash).toEqual({ rowId: a, mine: { ...hero, note: 'mine' }, theirs })
    tab.lookedAt(a)
    expect(tab.snapshot().clashes).toEqual([])
  })

  test('keeps everything while the disk of the server is full, says so, and sends it when there is room again', async () => {
    server.fault = 507
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'full')
    expect(tab.snapshot()).toMatchObject({ save: { waiting: 1 }, refused: [] })
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a))
  })

  test('undoes a deletion on the tombstone, before and after it was sent', async () => {
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: null }])
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => isSaved(tab) && server.rows.get(a)?.version === 3)
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: null }])
    await until(() => isSaved(tab) && server.rows.get(a)?.deleted === true)
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => isSaved(tab))
    expect(server.rows.get(a)).toMatchObject({ version: 5, deleted: false })
  })

  test('sets aside what the server will never take, and sends the rest', async () => {
    server.faultOn = { id: a, fault: 422 }
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    tab.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    await until(() => isSaved(tab))
    expect([...server.rows.keys()]).toEqual([b])
    expect(tab.snapshot().refused).toMatchObject([{ refusal: { status: 422, message: 'The server said no.' } }])
    const reopened = openTab()
    await until(() => reopened.snapshot().refused.length === 1)
    expect(reopened.snapshot().rows.get(a)).toBeUndefined()
    expect(await inStore()).toMatchObject([{ refusal: { status: 422 } }])
  })

  test('applies a refused change again when asked to', async () => {
    server.fault = 422
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 1)
    server.fault = null
    const [record] = tab.snapshot().refused
    if (record?.kind === 'changes') await tab.again(record)
    await until(() => isSaved(tab) && server.rows.has(a))
    expect(tab.snapshot().refused).toEqual([])
  })

  test('keeps a refused change until what takes its place is kept', async () => {
    server.fault = 422
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 1)
    server.fault = null
    const [record] = tab.snapshot().refused
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    if (record?.kind === 'changes') await tab.again(record)
    expect(tab.snapshot().save.kind).toBe('not-kept')
    expect(await inStore()).toMatchObject([{ refusal: { status: 422 } }])
    full.mockRestore()
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a))
    expect(await inStore()).toEqual([])
  })

  test('opens its database anew when the browser took it away, without being asked', async () => {
    const tab = openTab()
    await until(() => isSaved(tab))
    const open = IDBDatabase.prototype.transaction
    let dead: IDBDatabase | undefined
    jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...rest) {
      dead ??= this
      if (dead === this) throw new DOMException('The database connection is closing.', 'InvalidStateError')
      return open.apply(this, rest)
    })
    server.fault = 'unreachable'
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'not-kept')
    await until(() => tab.snapshot().save.kind === 'offline')
    expect(await inStore()).toHaveLength(1)
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a))
  })

  test('sends what the browser refuses to keep, in order and once, and says that it is not kept until then', async () => {
    jest.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    server.fault = 'unreachable'
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    tab.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'why' } }])
    await until(() => tab.snapshot().save.kind === 'not-kept')
    expect(tab.snapshot().save).toEqual({ kind: 'not-kept', waiting: 3 })
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab))
    expect(server.lists.flat().map(({ id }) => id)).toEqual([a, b, a])
    expect(server.rows.get(a)).toMatchObject({ version: 2, value: { note: 'why' } })
    tab.edit([{ kind: 'annotation', id: b, before: villain, after: null }])
    await until(() => isSaved(tab) && server.rows.get(b)?.deleted === true)
  })

  test('puts a change back that was refused while the browser kept nothing, and shows it as refused no more', async () => {
    jest.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    server.fault = 422
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 1)
    jest.restoreAllMocks()
    server.fault = null
    const [record] = tab.snapshot().refused
    if (record?.kind === 'changes') await tab.again(record)
    await until(() => isSaved(tab) && server.rows.has(a))
    await tab.refresh()
    expect(tab.snapshot().refused).toEqual([])
  })

  test('puts a change back though the browser keeps nothing any more, and shows it as refused no more', async () => {
    server.fault = 422
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 1)
    server.fault = 'unreachable'
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    tab.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    await until(() => tab.snapshot().save.kind === 'not-kept')
    const [record] = tab.snapshot().refused
    if (record?.kind === 'changes') await tab.again(record)
    full.mockRestore()
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a) && server.rows.has(b))
    expect(tab.snapshot().refused).toEqual([])
    expect(await inStore()).toEqual([])
  })

  test('goes on with what only its memory has, though the desk was left', async () => {
    server.fault = 'unreachable'
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'not-kept')
    leave.pop()?.()
    await new Promise((resolve) => setTimeout(resolve, 100))
    full.mockRestore()
    server.fault = null
    await until(async () => server.rows.has(a) || (await inStore()).length === 1)
  })

  test('keeps everything while the coder is signed out', async () => {
    server.fault = 401
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'sign-in')
    expect(tab.snapshot().save).toEqual({ kind: 'sign-in', waiting: 1 })
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a))
  })

  test('keeps everything for the coder while somebody else is signed in at this browser', async () => {
    server.fault = 403
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'sign-in')
    expect(tab.snapshot().refused).toEqual([])
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a))
  })

  test('keeps everything while somebody else signs out between the two answers that tell it', async () => {
    server.faultOn = { id: a, fault: 403 }
    server.fault = 401
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().save.kind === 'sign-in')
    expect(tab.snapshot().refused).toEqual([])
    server.faultOn = null
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab) && server.rows.has(a))
  })

  test('keeps everything when the coder signs in between the two answers', async () => {
    server.faultOn = { id: a, fault: 403, times: 1 }
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => isSaved(tab) && server.rows.has(a))
    expect(tab.snapshot().refused).toEqual([])
  })

  test('sets aside what is closed to its own coder, at the second time', async () => {
    server.faultOn = { id: a, fault: 403, times: 2 }
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 1 && isSaved(tab))
    expect(server.faultOn).toBeNull()
    expect(server.rows.has(a)).toBe(false)
  })

  test('counts for each record anew how often it met something newer', async () => {
    const others = Array.from({ length: 6 }, (_, n) => uuid(40 + n))
    for (const id of [...others, a])
      server.rows.set(id, { id, kind: 'annotation', value: hero, version: 1, deleted: false })
    const tab = openTab()
    await until(() => tab.snapshot().isCurrent && isSaved(tab))
    server.fault = 'unreachable'
    for (const id of others) tab.edit([{ kind: 'annotation', id, before: hero, after: null }])
    tab.edit([{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'why' } }])
    await until(async () => (await inStore()).length === 7)
    // Another device deletes the same, and asks for a second look at the last one.
    for (const id of others) server.rows.set(id, { id, kind: 'annotation', value: hero, version: 2, deleted: true })
    const unsure = { ...hero, unsure: true }
    server.rows.set(a, { id: a, kind: 'annotation', value: unsure, version: 2, deleted: false })
    server.fault = null
    tab.retry()
    await until(() => isSaved(tab))
    expect(tab.snapshot().refused).toEqual([])
    expect(server.rows.get(a)).toMatchObject({ value: { note: 'why', unsure: true } })
  })

  test('submits after everything else has arrived', async () => {
    server.fault = 503
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    tab.submit(false)
    await until(() => tab.snapshot().save.kind === 'waiting')
    expect(tab.snapshot().submitting).toBe(true)
    expect(server.submitted).toBe(false)
    server.fault = null
    tab.retry()
    await until(() => tab.snapshot().submitted)
    expect(server.rows.has(a)).toBe(true)
    expect(isSaved(tab)).toBe(true)
  })

  test('does not submit over the head of the coder when a change before it is refused', async () => {
    server.faultOn = { id: a, fault: 422 }
    server.fault = 503
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: b, before: null, after: villain }])
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    tab.submit(false)
    await until(async () => (await inStore()).length === 3)
    server.fault = null
    tab.retry()
    await until(() => tab.snapshot().refused.length === 1 && isSaved(tab))
    expect(server.submitted).toBe(false)
    expect(tab.snapshot().submitting).toBe(false)
  })

  test('sees that what it hears of late is saved when it tries again', async () => {
    const tab = openTab()
    await until(() => tab.snapshot().isCurrent && isSaved(tab))
    hearLateOfKept()
    await until(() => tab.snapshot().save.kind === 'saving')
    tab.retry()
    await until(() => isSaved(tab))
    expect(server.lists).toEqual([])
  })

  test('throws a refused submit away when asked to, and nothing else', async () => {
    server.fault = 422
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 1)
    tab.submit(false)
    await until(() => tab.snapshot().refused.length === 2)
    const [, record] = tab.snapshot().refused
    if (record) await tab.discard(record)
    expect(tab.snapshot().refused).toMatchObject([{ kind: 'changes' }])
    expect(await inStore()).toMatchObject([{ kind: 'changes' }])
  })

  test.each([
    ['the browser', true],
    ['its memory', false],
  ])('keeps a refused submit in %s when a change is refused after it', async (_, keeps) => {
    if (!keeps)
      jest.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      })
    server.fault = 422
    const tab = openTab()
    tab.submit(false)
    await until(() => tab.snapshot().refused.length === 1)
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => tab.snapshot().refused.length === 2)
    jest.restoreAllMocks()
    // The first one may find that the database has to be opened anew.
    for (let n = 0; n < 2; n += 1) await tab.refresh()
    expect(tab.snapshot().refused).toMatchObject([{ kind: 'submit' }, { kind: 'changes' }])
  })

  test('finishes what was written as the desk was left', async () => {
    const tab = openTab()
    leave.pop()?.()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => server.rows.has(a))
  })

  test('sends in passing what another coding left, and leaves it alone when that goes wrong', async () => {
    const store = await openStore()
    for (const [coding, id] of [
      [uuid(50), a],
      [uuid(60), b],
    ] as const) {
      const draft = draftOf(
        coding,
        [{ kind: 'annotation', id, before: null, after: hero }],
        new Map(),
        '2026-01-01T00:00:00Z',
      )
      if (draft) await store.keep(draft)
    }
    server.faultOn = { id: b, fault: 403 }
    openTab()
    await until(async () => (await store.list(uuid(50))).length === 0)
    await until(async () => (await store.list(uuid(60)))[0]?.attempted === true)
    expect((await store.list(uuid(60)))[0]?.refusal).toBeUndefined()
    store.close()
  })

  test('brings what it sends in passing to its end before it closes its database', async () => {
    const store = await openStore()
    const draft = draftOf(
      uuid(50),
      [{ kind: 'annotation', id: a, before: null, after: hero }],
      new Map(),
      '2026-01-01T00:00:00Z',
    )
    if (draft) await store.keep(draft)
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    globalThis.fetch = async (path, init) => {
      if (init?.method === 'POST') await held
      return server.fetch(path, init)
    }
    openTab()
    await until(async () => (await store.list(uuid(50)))[0]?.attempted === true)
    leave.pop()?.()
    await new Promise((resolve) => setTimeout(resolve, 30))
    answer()
    await until(async () => (await store.list(uuid(50))).length === 0)
    expect(server.lists).toHaveLength(1)
    store.close()
  })
})

describe('the outbox in a browser with locks', () => {
  let locks: WebLocks

  beforeEach(() => {
    locks = new WebLocks()
    Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true })
  })

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'navigator')
  })

  /** Has the coding's lock until it is called. */
  function anotherTabSends(): () => void {
    let finish = () => {}
    const work = new Promise<void>((resolve) => {
      finish = resolve
    })
    void locks.request(`framewise-coding-${codingId}`, {}, () => work)
    return finish
  }

  test('waits for the tab that sends', async () => {
    const finish = anotherTabSends()
    const tab = openTab()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(async () => (await inStore()).length === 1)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(server.lists).toEqual([])
    finish()
    await until(() => isSaved(tab) && server.rows.has(a))
  })

  test('leaves without waiting for another tab, and hands over what it could not send', async () => {
    const finish = anotherTabSends()
    const staying = openTab()
    const leaving = openTab()
    await until(() => isSaved(staying) && isSaved(leaving))
    leaving.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => staying.snapshot().save.kind === 'saving')
    leave.pop()?.()
    await new Promise((resolve) => setTimeout(resolve, 30))
    finish()
    await until(() => isSaved(staying) && server.rows.has(a))
    expect(server.lists).toHaveLength(1)
    expect(isSaved(leaving)).toBe(false)
  })

  test('sends what another tab kept and was closed on', async () => {
    const tab = openTab()
    await until(() => isSaved(tab))
    const store = await openStore()
    const channel = openChannel(codingId, () => {})
    // An open channel keeps the process alive, also after a failure.
    leave.push(() => channel.close())
    if (draftOfHero) channel.post({ event: { type: 'kept', record: await store.keep(draftOfHero) } })
    await until(() => isSaved(tab) && server.rows.has(a))
    store.close()
  })

  test('sees that what it hears of late is saved, and reads no more after that', async () => {
    const tab = openTab()
    await until(() => tab.snapshot().isCurrent && isSaved(tab))
    hearLateOfKept()
    await until(() => tab.snapshot().save.kind === 'saving')
    await until(() => isSaved(tab))
    expect(server.lists).toEqual([])
    const reads = jest.spyOn(IDBIndex.prototype, 'getAll')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(reads).not.toHaveBeenCalled()
  })

  test('still sends what was written as the desk was left when no other tab sends', async () => {
    const tab = openTab()
    leave.pop()?.()
    tab.edit([{ kind: 'annotation', id: a, before: null, after: hero }])
    await until(() => server.rows.has(a))
  })
})
