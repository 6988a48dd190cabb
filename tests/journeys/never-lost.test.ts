import { readCoding, untilSaved } from './desk'
import { expectAccessible, FaultStudy, figure, hero, type Mark, note, says, takesUp } from './fault-study'

/**
 * Whatever fails while somebody codes - the server, the network, a disk, the browser, the laptop's lid - at the end the
 * database has what the person did, row by row: nothing lost, nothing twice. Each journey codes an article of its own.
 */

let study: FaultStudy

beforeAll(async () => {
  study = await FaultStudy.begin()
}, 180_000)

afterAll(() => study?.end())

it('the server is killed in the middle of typing and coding', async () => {
  const desk = await study.opens(0)
  await hero(desk, 4, 'Sela Marrin')
  await untilSaved(desk.page)
  await takesUp(desk, 4)
  await note(desk).focus()
  const dying = desk.page.waitForTimeout(150).then(() => study.server.kill('SIGKILL'))
  await desk.page.keyboard.type('She came back with all of the boats', { delay: 15 })
  await dying
  await figure(desk, 8)
  await hero(desk, 12, 'Governor Orlo')
  await says(desk, /Offline · \d changes kept here/)
  await expectAccessible(desk)
  await study.server.restart()
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin', note: 'She came back with all of the boats' },
      { n: 8, code: 'unsourced_figure' },
      { n: 12, code: 'hero', target: 'Governor Orlo' },
    ],
  })
  await desk.page.close()
}, 120_000)

it('the network is away for two minutes with some fifty edits', async () => {
  const laptop = await study.atAnotherMachine(({ context }) => context.clock.install())
  const desk = await study.opens(1, laptop)
  await laptop.context.setOffline(true)
  const live: Mark[] = []
  for (let n = 4; n < 4 + 4 * 20; n += 4) {
    await figure(desk, n)
    live.push({ n, code: 'unsourced_figure' })
  }
  for (let n = 84; n < 84 + 4 * 10; n += 4) {
    await hero(desk, n, `Number ${n}`)
    live.push({ n, code: 'hero', target: `Number ${n}` })
  }
  // Ten more: two are thrown away, one of them comes back, one becomes another code, and one gets a note.
  for (let n = 124; n < 124 + 4 * 4; n += 4) await figure(desk, n)
  await desk.page.keyboard.press('Delete')
  await figure(desk, 140)
  await desk.page.keyboard.press('Delete')
  await desk.page.keyboard.press('Control+z')
  await desk.page.keyboard.press('Escape')
  await figure(desk, 144)
  await desk.page.keyboard.press('v')
  await note(desk).fill('Not a number')
  live.push(...[124, 128, 132, 140].map((n) => ({ n, code: 'unsourced_figure' })))
  live.push({ n: 144, code: 'villain', note: 'Not a number' })
  await laptop.context.clock.fastForward('02:00')
  await says(desk, /Offline · \d+ changes kept here/)
  expect((await study.told(1)).rows).toEqual([])
  await laptop.context.setOffline(false)
  await study.expectDone(desk, { live, deleted: 1 })
  await laptop.close()
}, 180_000)

it('the tab is closed with a full outbox, and another article is opened later', async () => {
  const desk = await study.opens(2)
  await figure(desk, 4)
  await untilSaved(desk.page)
  await study.server.kill('SIGKILL')
  const more = [8, 12, 16, 20, 24, 28, 32, 36, 40]
  for (const n of more) await figure(desk, n)
  await says(desk, 'Offline · 9 changes kept here')
  await desk.page.close()
  await study.server.restart()

  const elsewhere = await study.opens(3)
  const arrived = async () => (await study.told(2)).rows.length
  for (let tries = 0; tries < 100 && (await arrived()) < 10; tries += 1) await elsewhere.page.waitForTimeout(100)
  await elsewhere.page.close()

  const again = await study.opens(2)
  const live = [4, ...more].map((n) => ({ n, code: 'unsourced_figure' }))
  await study.expectDone(again, { live })
  await again.page.close()
}, 120_000)

it('the page is loaded anew with work waiting', async () => {
  const desk = await study.opens(3)
  await desk.page.route('**/changes', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  for (const n of [4, 8]) await figure(desk, n)
  await says(desk, 'Offline · 2 changes kept here')
  await desk.page.reload()
  await desk.page.locator('mark[data-annotation]').nth(1).waitFor()
  await says(desk, 'Offline · 2 changes kept here')
  await desk.page.unroute('**/changes')
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await study.expectDone(desk, {
    live: [4, 8].map((n) => ({ n, code: 'unsourced_figure' })),
  })
  await desk.page.close()
}, 60_000)

it('the disk of the server is full', async () => {
  const desk = await study.opens(7)
  await desk.page.route('**/changes', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 507, json: { error: { code: 'storage_full', message: 'The disk is full.' } } })
      : route.continue(),
  )
  await hero(desk, 4, 'Sela Marrin')
  await figure(desk, 8)
  await says(desk, /The server’s disk is full · \d changes kept here/)
  await expectAccessible(desk)
  await desk.page.unroute('**/changes')
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin' },
      { n: 8, code: 'unsourced_figure' },
    ],
  })
  await desk.page.close()
}, 60_000)

it('what was done is undone and done again after the page was loaded anew', async () => {
  const desk = await study.opens(8)
  const { page } = desk
  await figure(desk, 4)
  await hero(desk, 8, 'Sela Marrin')
  await figure(desk, 12)
  await page.keyboard.press('Delete')
  await untilSaved(page)
  await page.reload()
  await untilSaved(page)
  const [undo, redo] = ['Undo', 'Redo'].map((name) => page.getByRole('button', { name }).first())
  await undo?.click()
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
      { n: 12, code: 'unsourced_figure' },
    ],
  })
  await undo?.click()
  await undo?.click()
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero' },
    ],
    deleted: 1,
  })
  await page.reload()
  await untilSaved(page)
  await undo?.click()
  await redo?.click()
  await redo?.click()
  await redo?.click()
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
      { n: 12, code: 'unsourced_figure' },
    ],
  })
  await page.close()
}, 90_000)

it('the browser refuses to store anything', async () => {
  const visitor = await study.atAnotherMachine(({ context }) =>
    context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    }),
  )
  const desk = await study.opens(9, visitor)
  await hero(desk, 4, 'Sela Marrin')
  await untilSaved(desk.page)
  await visitor.context.setOffline(true)
  await figure(desk, 8)
  await says(desk, '1 change is not kept: this browser refuses to store them')
  await expectAccessible(desk)
  // Closing the tab now would lose it, so the browser asks.
  const asked = desk.page.waitForEvent('dialog')
  await desk.page.close({ runBeforeUnload: true })
  await (await asked).dismiss()
  await visitor.context.setOffline(false)
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin' },
      { n: 8, code: 'unsourced_figure' },
    ],
  })
  await visitor.close()
}, 90_000)

it('the laptop is closed with work waiting, and the coder goes on at another machine before it wakes', async () => {
  const laptop = await study.atAnotherMachine()
  const [asleep, awake] = [await study.opens(10, laptop), await study.opens(10)]
  await laptop.context.setOffline(true)
  await figure(asleep, 4)
  await says(asleep, 'Offline · 1 change kept here')
  // A page that drives itself is never hidden and so never frozen: a debugger stops its script instead.
  const devtools = await laptop.context.newCDPSession(asleep.page)
  await devtools.send('Debugger.enable')
  await devtools.send('Debugger.pause')
  await laptop.context.setOffline(false)
  await hero(awake, 8, 'Sela Marrin')
  await untilSaved(awake.page)
  expect((await readCoding(awake.page)).rows).toHaveLength(1)
  await devtools.send('Debugger.resume')
  await asleep.page.locator('mark[data-annotation]').nth(1).waitFor()
  await study.expectDone(asleep, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
    ],
  })
  await laptop.close()
  await awake.page.close()
}, 90_000)

it('afterwards the database itself has every row once, in every version once', () => study.expectOnDisk(8), 60_000)
