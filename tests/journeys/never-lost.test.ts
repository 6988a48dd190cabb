import type { Page } from 'playwright-core'
import type { CodingView } from '@/lib/coding/coding-view'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { codeWords, readCoding, untilSaved } from './desk'
import {
  accountOf,
  arrives,
  createsFirstAccount,
  createsStudy,
  importsFiles,
  invitesCoder,
  joins,
  type Person,
  press,
  signsIn,
} from './people'
import { atTheSameMoment } from './same-moment'
import { sampleArticles } from './sample-articles'
import { storedRows } from './stored-rows'

/**
 * Whatever fails while somebody codes - the server, the network, the session, a disk, the browser - at the end the
 * database has what the person did, row by row: nothing lost, nothing twice. Each journey codes an article of its own.
 */

let browser: TestBrowser
let server: TestServer
let coder: Person
let other: Person
let studyId: string
let codings: string[]
/** What was done in each coding: what the database must have at the end. */
const done = new Map<string, Diary>()

/** An annotation as it should stand: the place of its first word, and what was said of it. */
interface Mark {
  n: number
  code: string
  target?: string
  note?: string
}

/** What a person did in one coding. */
interface Diary {
  live: Mark[]
  deleted: number
}

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana')
  await createsFirstAccount(coder)
  await coder.page.getByLabel(/I code too/).check()
  studyId = await createsStudy(coder, 'Never lost')
  // The last sample is written from right to left, which a mouse cannot tell words of by their left edge.
  await importsFiles(coder, sampleArticles(11))
  const own = await (await coder.page.request.get(`/api/studies/${studyId}/codings?coder=me`)).json()
  codings = own.codings.map(({ id }: { id: string }) => id)
  other = await arrives(browser, server.address, 'Bea')
  await joins(other, await invitesCoder(coder, studyId))
}, 180_000)

afterAll(async () => {
  await other?.close()
  await coder?.close()
  await server?.close()
  await browser?.close()
})

interface Desk {
  page: Page
  view: CodingView
}

/** Opens the desk of article number n in a tab of its own. */
async function opensDesk(n: number, person = coder): Promise<Desk> {
  const page = await person.context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`/studies/${studyId}/codings/${codings[n]}`)
  await page.locator('.ProseMirror').waitFor()
  await untilSaved(page)
  return { page, view: await readCoding(page) }
}

const accessible = async ({ page }: Desk) => expect(await violations(page)).toEqual([])
const status = ({ page }: Desk, words: string | RegExp) => page.getByText(words).first().waitFor()
const figure = ({ page, view }: Desk, n: number) => codeWords(page, view, n)
const hero = ({ page, view }: Desk, n: number, target: string) => codeWords(page, view, n, 'h', target)
const note = ({ page }: Desk) => page.getByLabel('Note', { exact: true })

/** Takes the annotation on words n and n + 1 in hand. */
async function takesUp({ page, view }: Desk, n: number): Promise<void> {
  const start = view.document.tokens[2 * n]
  const { rows } = await readCoding(page).catch(() => view)
  const row = rows.find((one) => one.kind === 'annotation' && one.value.segments[0]?.start === start)
  await page.locator(`mark[data-annotation="${row?.id}"]`).first().click()
}

/** What the live annotations of a coding say, by place. */
function marksOf(rows: readonly { deleted: boolean; value: object }[], { document }: CodingView): Mark[] {
  const marks = rows.flatMap(({ deleted, value }) => {
    if (deleted || !('segments' in value)) return []
    const {
      segments,
      code,
      attributes,
      note: written,
    } = value as Extract<CodingView['rows'][number], { kind: 'annotation' }>['value']
    const n = document.tokens.indexOf(segments[0]?.start ?? -1) / 2
    return [
      {
        n,
        code,
        ...(attributes.target ? { target: String(attributes.target) } : {}),
        ...(written ? { note: written } : {}),
      },
    ]
  })
  return marks.sort((a, b) => a.n - b.n)
}

/** Waits until everything has arrived, and holds the server against what was done. */
async function expectDone(desk: Desk, diary: Diary): Promise<void> {
  await untilSaved(desk.page)
  const { rows } = await readCoding(desk.page)
  expect(marksOf(rows, desk.view)).toEqual(diary.live)
  expect(rows.filter(({ deleted }) => deleted)).toHaveLength(diary.deleted)
  done.set(desk.view.codingId, diary)
}

it('the server is killed in the middle of typing and coding', async () => {
  const desk = await opensDesk(0)
  await hero(desk, 4, 'Sela Marrin')
  await untilSaved(desk.page)
  await takesUp(desk, 4)
  await note(desk).focus()
  const dying = desk.page.waitForTimeout(150).then(() => server.kill('SIGKILL'))
  await desk.page.keyboard.type('She came back with all of the boats', { delay: 15 })
  await dying
  await figure(desk, 8)
  await hero(desk, 12, 'Governor Orlo')
  await status(desk, /Offline · \d changes kept here/)
  await accessible(desk)
  await server.restart()
  await expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin', note: 'She came back with all of the boats' },
      { n: 8, code: 'unsourced_figure' },
      { n: 12, code: 'hero', target: 'Governor Orlo' },
    ],
    deleted: 0,
  })
  await desk.page.close()
}, 120_000)

it('the network is away for two minutes with fifty edits', async () => {
  const laptop = await arrives(browser, server.address, 'Ana')
  await laptop.context.clock.install()
  await signsIn(laptop, accountOf(coder))
  const desk = await opensDesk(1, laptop)
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
  await status(desk, /Offline · \d+ changes kept here/)
  expect(marksOf((await readCoding(coder.page).catch(() => desk.view)).rows, desk.view)).toEqual([])
  await laptop.context.setOffline(false)
  await expectDone(desk, { live, deleted: 0 })
  await laptop.close()
}, 180_000)

it('the tab is closed with a full outbox, and another article is opened later', async () => {
  const desk = await opensDesk(2)
  await figure(desk, 4)
  await untilSaved(desk.page)
  await server.kill('SIGKILL')
  await hero(desk, 8, 'Sela Marrin')
  for (let n = 12; n < 12 + 4 * 8; n += 4) await figure(desk, n)
  await status(desk, /Offline · \d+ changes kept here/)
  await desk.page.close()
  await server.restart()

  const elsewhere = await opensDesk(3)
  const arrived = async () => {
    const view = await (await elsewhere.page.request.get(`/api/codings/${codings[2]}`, { maxRetries: 3 })).json()
    return view.rows.length
  }
  for (let tries = 0; tries < 100 && (await arrived()) < 10; tries += 1) await elsewhere.page.waitForTimeout(100)
  await elsewhere.page.close()

  const again = await opensDesk(2)
  const figures = [4, 12, 16, 20, 24, 28, 32, 36, 40].map((n) => ({ n, code: 'unsourced_figure' }))
  const live = [...figures, { n: 8, code: 'hero', target: 'Sela Marrin' }].sort((a, b) => a.n - b.n)
  await expectDone(again, { live, deleted: 0 })
  await again.page.close()
}, 120_000)

it('the page is loaded anew with work waiting', async () => {
  const desk = await opensDesk(3)
  await desk.page.route('**/changes', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await hero(desk, 4, 'Sela Marrin')
  await figure(desk, 8)
  await status(desk, /Offline · \d changes kept here/)
  await desk.page.reload()
  await desk.page.locator('mark[data-annotation]').nth(1).waitFor()
  await status(desk, /Offline · \d changes kept here/)
  await desk.page.unroute('**/changes')
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin' },
      { n: 8, code: 'unsourced_figure' },
    ],
    deleted: 0,
  })
  await desk.page.close()
}, 60_000)

describe('two tabs change the same of one annotation', () => {
  let tabs: [Desk, Desk]

  /** Writes two notes on it at the same moment while the server is away. @returns what each tab calls its own */
  async function writesTwice(notes: [string, string]): Promise<void> {
    for (const tab of tabs) await takesUp(tab, 4)
    await server.kill('SIGKILL')
    const pages = tabs.map(({ page }) => page)
    await atTheSameMoment(pages, async () => {
      for (const [index, tab] of tabs.entries()) {
        await tab.page.bringToFront()
        await note(tab).fill(notes[index] ?? '')
        await tab.page.locator('[data-save]:not([data-save=saved])').waitFor()
      }
    })
    await server.restart()
    for (const tab of tabs) {
      await untilSaved(tab.page)
      await tab.page.getByRole('button', { name: '1 conflict' }).waitFor()
    }
  }

  const storedNote = async () => {
    const [row] = (await readCoding(tabs[0].page)).rows
    return row?.kind === 'annotation' ? row.value.note : undefined
  }

  beforeAll(async () => {
    tabs = [await opensDesk(4), await opensDesk(4)]
    await hero(tabs[0], 4, 'Sela Marrin')
    for (const { page } of tabs) {
      await page.locator('mark[data-annotation]').first().waitFor()
      await untilSaved(page)
    }
  }, 60_000)

  afterAll(async () => {
    for (const { page } of tabs) await page.close()
  })

  it.each([
    ['Take the other version', ['The quay', 'The boats'], 'theirs'],
    ['Keep mine', ['The harbour', 'The guild'], 'mine'],
  ] as const)(
    'and one chooses: %s',
    async (choice, notes, version) => {
      await writesTwice([...notes])
      const [tab] = tabs
      const stands = (await storedNote()) ?? ''
      expect(notes).toContain(stands)
      await tab.page.bringToFront()
      await tab.page.getByRole('button', { name: '1 conflict' }).click()
      const dialog = tab.page.getByRole('dialog', { name: 'Changed in two tabs' })
      for (const written of notes) await dialog.getByText(written, { exact: true }).waitFor()
      await accessible(tab)
      await dialog.getByRole('button', { name: choice }).click()
      await dialog.waitFor({ state: 'detached' })
      for (const { page } of tabs) await page.getByRole('button', { name: '1 conflict' }).waitFor({ state: 'detached' })
      for (const { page } of tabs) await untilSaved(page)
      const chosen = version === 'mine' ? stands : notes.find((written) => written !== stands)
      for (const one of tabs)
        await expectDone(one, { live: [{ n: 4, code: 'hero', target: 'Sela Marrin', note: chosen ?? '' }], deleted: 0 })
      for (const one of tabs) expect(await note(one).inputValue()).toBe(chosen)
    },
    90_000,
  )
})

it('the session ends while somebody types, another person signs in at that browser, and then the right one', async () => {
  const desk = await opensDesk(5)
  await hero(desk, 4, 'Sela Marrin')
  await untilSaved(desk.page)
  const elsewhere = await arrives(browser, server.address, 'Ana')
  await signsIn(elsewhere, accountOf(coder))
  await elsewhere.page.goto('/account')
  await takesUp(desk, 4)
  await note(desk).focus()
  await desk.page.keyboard.type('Saved the quay ')
  await press(elsewhere, 'End all sessions')
  await elsewhere.page.waitForURL('**/sign-in')
  await desk.page.keyboard.type('and the boats')
  await figure(desk, 8)
  await status(desk, /Signed out · \d changes? kept here/)
  await accessible(desk)

  await desk.page.getByRole('button', { name: 'Sign in again' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Your session has ended' })
  const signsInHere = async ({ email, password }: { email: string; password: string }) => {
    await dialog.getByLabel('E-mail').fill(email)
    await dialog.getByLabel('Password').fill(password)
    await dialog.getByRole('button', { name: 'Sign in and go on' }).click()
  }
  await signsInHere(accountOf(other))
  await dialog.getByText('This is another person’s account.').waitFor()
  await accessible(desk)
  // Nothing of it was sent by that person, and nothing was given up.
  await status(desk, /Signed out · \d changes? kept here/)
  expect(await desk.page.getByText('not accepted').count()).toBe(0)

  await signsInHere(accountOf(coder))
  await dialog.waitFor({ state: 'detached' })
  await expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin', note: 'Saved the quay and the boats' },
      { n: 8, code: 'unsourced_figure' },
    ],
    deleted: 0,
  })
  await elsewhere.close()
  await desk.page.close()
}, 120_000)

it('somebody else signs in in another tab of the browser while work waits', async () => {
  const laptop = await arrives(browser, server.address, 'Ana')
  await signsIn(laptop, accountOf(coder))
  const desk = await opensDesk(6, laptop)
  await laptop.context.clearCookies()
  await figure(desk, 4)
  await status(desk, 'Signed out · 1 change kept here')
  await signsIn(laptop, accountOf(other))
  await desk.page.bringToFront()
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await hero(desk, 8, 'Sela Marrin')
  await status(desk, /Signed out · \d changes kept here/)
  expect(await desk.page.getByText('not accepted').count()).toBe(0)
  await laptop.context.clearCookies()
  await signsIn(laptop, accountOf(coder))
  await desk.page.bringToFront()
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
    ],
    deleted: 0,
  })
  await laptop.close()
}, 120_000)

it('the disk of the server is full', async () => {
  const desk = await opensDesk(7)
  await desk.page.route('**/changes', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 507, json: { error: { code: 'storage_full', message: 'The disk is full.' } } })
      : route.continue(),
  )
  await hero(desk, 4, 'Sela Marrin')
  await figure(desk, 8)
  await status(desk, /The server’s disk is full · \d changes kept here/)
  await accessible(desk)
  await desk.page.unroute('**/changes')
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin' },
      { n: 8, code: 'unsourced_figure' },
    ],
    deleted: 0,
  })
  await desk.page.close()
}, 60_000)

it('what was done is undone and done again after the page was loaded anew', async () => {
  const desk = await opensDesk(8)
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
  await expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
      { n: 12, code: 'unsourced_figure' },
    ],
    deleted: 0,
  })
  await undo?.click()
  await undo?.click()
  await expectDone(desk, {
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
  await expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
      { n: 12, code: 'unsourced_figure' },
    ],
    deleted: 0,
  })
  await page.close()
}, 90_000)

it('the browser refuses to store anything', async () => {
  const visitor = await arrives(browser, server.address, 'Ana')
  await visitor.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  })
  await signsIn(visitor, accountOf(coder))
  const desk = await opensDesk(9, visitor)
  await hero(desk, 4, 'Sela Marrin')
  await untilSaved(desk.page)
  await visitor.context.setOffline(true)
  await figure(desk, 8)
  await status(desk, '1 change is not kept: this browser refuses to store them')
  await accessible(desk)
  // Closing the tab now would lose it, so the browser asks.
  const asked = desk.page.waitForEvent('dialog')
  await desk.page.close({ runBeforeUnload: true })
  await (await asked).dismiss()
  await visitor.context.setOffline(false)
  await expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin' },
      { n: 8, code: 'unsourced_figure' },
    ],
    deleted: 0,
  })
  await visitor.close()
}, 90_000)

it('the laptop is closed with work waiting, and the coder goes on at another machine before it wakes', async () => {
  const laptop = await arrives(browser, server.address, 'Ana')
  await signsIn(laptop, accountOf(coder))
  const [asleep, awake] = [await opensDesk(10, laptop), await opensDesk(10)]
  await laptop.context.setOffline(true)
  await figure(asleep, 4)
  await status(asleep, 'Offline · 1 change kept here')
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
  await expectDone(asleep, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
    ],
    deleted: 0,
  })
  await laptop.close()
  await awake.page.close()
}, 90_000)

it('afterwards the database itself has every row once, in every version once', async () => {
  const views = new Map<string, CodingView>()
  for (const id of codings)
    views.set(id, await (await coder.page.request.get(`/api/codings/${id}`, { maxRetries: 3 })).json())
  await server.kill('SIGTERM')
  const rows = await storedRows(server.dataFolder)
  expect(done.size).toBe(11)
  for (const [codingId, { live, deleted }] of done) {
    const view = views.get(codingId)
    const own = rows.filter((row) => row.codingId === codingId)
    expect(view && marksOf(own, view)).toEqual(live)
    expect(own.filter((row) => row.deleted)).toHaveLength(deleted)
  }
  for (const { version, history } of rows) expect(history).toEqual(Array.from({ length: version }, (_, n) => n + 1))
}, 60_000)
