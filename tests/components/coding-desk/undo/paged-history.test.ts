import { IDBObjectStore } from 'fake-indexeddb'
import { pageSize } from '@/components/coding-desk/undo/paging'
import { coder, withCoders } from './coder'
import { deleted, hero, made } from './made-edits'

withCoders()

/** Two pages on either side of what was done last. */
const bound = 4 * pageSize

describe('a history longer than what is in memory', () => {
  test('is undone to the first step and done again to the last', async () => {
    const ana = coder()
    await ana.makes(500)
    const all = ana.standing()
    expect(await ana.all('undo')).toBe(500)
    expect(ana.standing()).toEqual({})
    expect(ana.can).toEqual({ canUndo: false, canRedo: true })
    expect(await ana.all('redo')).toBe(500)
    expect(ana.standing()).toEqual(all)
    expect(ana.can).toEqual({ canUndo: true, canRedo: false })
    expect(ana.mostInMemory).toBeLessThanOrEqual(bound)
  })

  test('goes on after a reload in the middle, on the way back and on the way forward', async () => {
    const ana = coder()
    await ana.makes(500)
    const all = ana.standing()
    for (let n = 0; n < 250; n += 1) await ana.undo()
    await ana.reload()
    expect(ana.history.stepsInMemory).toBeLessThanOrEqual(2 * pageSize)
    expect(await ana.all('undo')).toBe(250)
    expect(ana.standing()).toEqual({})
    for (let n = 0; n < 250; n += 1) await ana.redo()
    await ana.reload()
    expect(await ana.all('redo')).toBe(250)
    expect(ana.standing()).toEqual(all)
  })

  test('never has more than two pages in memory while 500 are added and deleted again', async () => {
    const ana = coder()
    for (let n = 1; n <= 500; n += 1) {
      ana.does([made('a')])
      ana.does([deleted('a')])
      if (n % 10 === 0) await ana.settled()
    }
    expect(ana.mostInMemory).toBeLessThanOrEqual(2 * pageSize)
  })

  test('reads only a page at opening', async () => {
    const ana = coder()
    await ana.makes(500)
    await ana.reload()
    expect(ana.history.stepsInMemory).toBe(pageSize)
    expect(ana.can).toEqual({ canUndo: true, canRedo: false })
  })

  test('is undone in order when the coder is faster than the browser', async () => {
    const ana = coder()
    await ana.makes(500)
    const undone = await Promise.all(Array.from({ length: 501 }, () => ana.undo()))
    expect(undone.filter(Boolean)).toHaveLength(500)
    expect(undone.at(-1)).toBe(false)
    expect(ana.standing()).toEqual({})
    const redone = await Promise.all(Array.from({ length: 501 }, () => ana.redo()))
    expect(redone.filter(Boolean)).toHaveLength(500)
  })

  test('is undone also when that is asked for while it is being opened', async () => {
    const ana = coder()
    await ana.makes(3)
    await ana.leave()
    const again = coder(ana.rows)
    expect(await again.undo()).toBe(true)
    expect(Object.keys(again.standing())).toEqual(['row 0', 'row 1'])
  })

  test('does not undo what was done after the undo was asked for', async () => {
    const ana = coder()
    await ana.makes(200)
    let answers = 0
    for (let n = 0; n < 200; n += 1) {
      ana.history.undo((edits) => {
        answers += edits ? 1 : 0
        for (const { id } of edits ?? []) ana.rows.delete(id)
      })
    }
    const undoneAtOnce = answers
    expect(undoneAtOnce).toBeLessThan(200)
    ana.does([made('new')])
    await ana.settled()
    expect(answers).toBe(undoneAtOnce)
    expect(ana.standing()).toHaveProperty('new')
    expect(await ana.all('undo')).toBe(200 - undoneAtOnce + 1)
    expect(ana.standing()).toEqual({})
  })

  test('is not undone any more when the coding was submitted while the step was being read', async () => {
    const ana = coder()
    await ana.makes(200)
    let undone = 0
    for (let n = 0; n < 200; n += 1) {
      ana.history.undo((edits) => {
        undone += edits ? 1 : 0
      })
    }
    const undoneAtOnce = undone
    expect(undoneAtOnce).toBeLessThan(200)
    ana.isOpen = false
    await ana.settled()
    expect(undone).toBe(undoneAtOnce)
  })

  test('ends where new work begins, also the part of it that only the browser keeps', async () => {
    const ana = coder()
    await ana.makes(500)
    for (let n = 0; n < 400; n += 1) await ana.undo()
    await ana.settled()
    ana.does([made('other')])
    expect(ana.can.canRedo).toBe(false)
    await ana.reload()
    expect(ana.can.canRedo).toBe(false)
    expect(await ana.all('undo')).toBe(101)
  })

  test('keeps the writing of one note as one step over a page and a reload', async () => {
    const ana = coder()
    await ana.makes(pageSize - 1)
    ana.does([made('noted')])
    let before = hero
    for (let n = 0; n < 300; n += 1) {
      const after = { ...hero, note: 'x'.repeat(n + 1) }
      ana.does([{ kind: 'annotation', id: 'noted', before, after }], 'noted:note')
      before = after
    }
    await ana.makes(300, 1000)
    await ana.reload()
    for (let n = 0; n < 300; n += 1) await ana.undo()
    expect(ana.standing()).toHaveProperty('noted', before)
    await ana.undo()
    expect(ana.standing()).toHaveProperty('noted', hero)
  })

  test('writes each step once', async () => {
    const puts = jest.spyOn(IDBObjectStore.prototype, 'put')
    const ana = coder()
    await ana.makes(300)
    await ana.reload()
    await ana.all('undo')
    await ana.all('redo')
    const steps = puts.mock.calls.filter(([, key]) => Array.isArray(key) && typeof key[1] === 'number')
    expect(steps).toHaveLength(300)
  })

  test('keeps what is done as the desk is left, such as the last words in a field', async () => {
    const ana = coder()
    await ana.makes(3)
    const left = ana.leave()
    ana.does([made('last')])
    await left
    const again = coder(ana.rows)
    expect(await again.undo()).toBe(true)
    expect(again.standing()).not.toHaveProperty('last')
    expect(await again.all('undo')).toBe(3)
  })

  test('keeps what is done before it is read, though the desk is left at once', async () => {
    const ana = coder()
    ana.does([made('early')])
    await ana.leave()
    expect(await coder(ana.rows).all('undo')).toBe(1)
  })

  test('undoes nothing any more when the desk was left before the step was read', async () => {
    const ana = coder()
    await ana.makes(3)
    await ana.leave()
    const again = coder(ana.rows)
    const undone = jest.fn()
    again.history.undo(undone)
    await again.leave()
    expect(undone).not.toHaveBeenCalled()
  })

  test('takes up what was done before it was read as done after it', async () => {
    const ana = coder()
    await ana.makes(100)
    await ana.undo()
    await ana.leave()
    const again = coder(ana.rows)
    again.does([made('early')])
    await again.settled()
    await again.reload()
    expect(again.can).toEqual({ canUndo: true, canRedo: false })
    await again.undo()
    expect(again.standing()).not.toHaveProperty('early')
    expect(await again.all('undo')).toBe(99)
  })
})
