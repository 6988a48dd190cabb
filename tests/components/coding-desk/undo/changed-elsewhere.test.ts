import { row } from '../coding-view'
import { coder, withCoders } from './coder'
import { hero, made, recoded } from './made-edits'

withCoders()

describe('what somebody else changed', () => {
  test('is not undone, in memory or in a page that is read later', async () => {
    const ana = coder()
    ana.does([made('a')])
    ana.does([recoded('a')])
    await ana.makes(300)
    ana.rows.set('a', row('a', hero, 3))
    ana.history.forget(['a', 'row 299'])
    expect(await ana.all('undo')).toBe(299)
    expect(ana.standing()).toEqual({ a: hero, 'row 299': hero })
  })

  test('is not undone after a reload either, though the row says what the step left', async () => {
    const ana = coder()
    ana.does([made('a')])
    await ana.makes(300)
    ana.history.forget(['a'])
    await ana.settled()
    await ana.reload()
    expect(await ana.all('undo')).toBe(300)
    expect(ana.standing()).toEqual({ a: hero })
  })

  test('is told while the history is being opened: it counts all the same', async () => {
    const ana = coder()
    ana.does([made('a')])
    await ana.makes(1)
    await ana.leave()
    const again = coder(ana.rows)
    again.history.forget(['a'])
    await again.settled()
    expect(await again.all('undo')).toBe(1)
    expect(again.standing()).toEqual({ a: hero })
  })

  test('does not end the undo of what the coder does on it afterwards', async () => {
    const ana = coder()
    ana.does([made('a')])
    await ana.makes(10)
    ana.history.forget(['a'])
    await ana.all('undo')
    ana.does([recoded('a')])
    await ana.makes(300)
    await ana.reload()
    expect(await ana.all('undo')).toBe(301)
    expect(ana.standing()).toEqual({ a: hero })
  })

  test('while the page was closed is found when its page is read', async () => {
    const ana = coder()
    ana.does([made('a')])
    ana.does([recoded('a')])
    await ana.makes(300)
    await ana.leave()
    ana.rows.set('a', row('a', hero, 3))
    const again = coder(ana.rows)
    expect(await again.all('undo')).toBe(300)
    expect(again.standing()).toEqual({ a: hero })
  })
})

describe('two tabs of one coder', () => {
  test('may write over each other: what is undone is always as it was', async () => {
    const ana = coder()
    await ana.makes(200)
    const other = coder(ana.rows)
    await other.settled()
    for (let n = 0; n < 200; n += 1) {
      ana.does([made(`left ${n}`)])
      other.history.forget([`left ${n}`])
      other.does([made(`right ${n}`)])
      ana.history.forget([`right ${n}`])
      if (n % 20 === 0) await Promise.all([ana.settled(), other.settled()])
    }
    await Promise.all([ana.settled(), other.settled()])
    const undone = await ana.all('undo')
    expect(undone).toBeGreaterThanOrEqual(200)
    const left = Object.keys(ana.standing()).filter((id) => id.startsWith('left'))
    expect(left.length).toBeLessThan(200)
    expect(Object.values(ana.standing()).every((of) => of === hero)).toBe(true)
    await ana.reload()
    await ana.all('redo')
    await other.all('undo')
  })

  test('the one in which nothing is done takes nothing from the other', async () => {
    const ana = coder()
    await ana.makes(10)
    const idle = coder(ana.rows)
    await idle.settled()
    for (let n = 0; n < 200; n += 1) {
      ana.does([made(`later ${n}`)])
      idle.history.forget([`later ${n}`])
      if (n % 20 === 0) await Promise.all([ana.settled(), idle.settled()])
    }
    await Promise.all([ana.settled(), idle.settled()])
    await ana.reload()
    expect(await ana.all('undo')).toBe(210)
    expect(ana.standing()).toEqual({})
  })
})
