import type { Page } from 'playwright-core'
import type { CodingView } from '@/lib/coding/coding-view'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { codeWords, readCoding, submit, untilSaved } from './desk'
import { arrives, createsFirstAccount, createsStudy, importsFiles, type Person, startsCoding } from './people'
import { atTheSameMoment } from './same-moment'
import { sampleArticles } from './sample-articles'

/** One coder with the same coding open in two tabs of a browser, with its real locks, channels and database. */

let browser: TestBrowser
let server: TestServer
let coder: Person
let view: CodingView
let first: Page
let second: Page

async function opensAgain(): Promise<Page> {
  const page = await coder.context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`/studies/${view.studyId}/codings/${view.codingId}`)
  await page.locator('.ProseMirror').waitFor()
  await untilSaved(page)
  return page
}

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana')
  await createsFirstAccount(coder)
  await coder.page.getByLabel(/I code too/).check()
  await createsStudy(coder, 'Two tabs')
  await importsFiles(coder, sampleArticles().slice(0, 1))
  await startsCoding(coder)
  first = coder.page
  view = await readCoding(first)
  await untilSaved(first)
  second = await opensAgain()
}, 180_000)

afterAll(async () => {
  await coder?.close()
  await server?.close()
  await browser?.close()
})

const codesWords = (page: Page, n: number, key?: string, target?: string) => codeWords(page, view, n, key, target)

/** Ids of the annotations that a tab shows in the text. */
const shownIn = async (page: Page): Promise<string[]> => {
  const ids = await page
    .locator('mark[data-annotation]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-annotation') ?? ''))
  return [...new Set(ids)].sort()
}

async function untilBothShow(count: number): Promise<void> {
  const end = Date.now() + 20_000
  for (const page of [first, second]) {
    while ((await shownIn(page)).length !== count) {
      if (Date.now() > end) throw new Error(`A tab shows ${(await shownIn(page)).length} annotations, not ${count}.`)
      await page.waitForTimeout(50)
    }
  }
}

const bothSaved = () => Promise.all([untilSaved(first), untilSaved(second)])
const bothOffline = () =>
  Promise.all([first, second].map((page) => page.getByText(/Offline · \d changes? kept here/).waitFor()))
const liveRows = async () => (await readCoding(second)).rows.filter(({ deleted }) => !deleted)

it('shows in one tab what was done in the other', async () => {
  await codesWords(first, 4)
  await untilBothShow(1)
  await bothSaved()
  const [id] = await shownIn(second)
  await second.locator(`mark[data-annotation="${id}"]`).first().click()
  await second.getByRole('button', { name: 'Delete', exact: true }).click()
  await untilBothShow(0)
  await bothSaved()
  expect(await liveRows()).toEqual([])
}, 60_000)

it('brings what both did while the server was away, each change exactly once', async () => {
  await codesWords(first, 4)
  await bothSaved()
  const dying = server.kill('SIGKILL')
  await Promise.all([codesWords(first, 8), codesWords(second, 12)])
  await dying
  await Promise.all([codesWords(first, 16), codesWords(second, 20)])
  await bothOffline()
  await untilBothShow(5)

  await server.restart()
  await bothSaved()
  const rows = await liveRows()
  const places = rows.map((row) => JSON.stringify(row.kind === 'annotation' && row.value.segments))
  expect(rows.map(({ id }) => id).sort()).toEqual(await shownIn(first))
  expect(new Set(places).size).toBe(5)
  expect(rows.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1])
  await untilBothShow(5)
}, 120_000)

it('loses neither of two changes of one annotation, and says that there were two', async () => {
  await codesWords(first, 24, 'h', 'Sela Marrin')
  await untilBothShow(6)
  await bothSaved()
  const id = (await liveRows()).find((row) => row.kind === 'annotation' && row.value.code === 'hero')?.id
  for (const page of [first, second]) await page.locator(`mark[data-annotation="${id}"]`).first().click()
  await server.kill('SIGKILL')
  await atTheSameMoment([first, second], async () => {
    await first.getByLabel('Note', { exact: true }).fill('The quay again')
    // A name counts once it is taken: what is still being written is nobody's yet.
    const target = second.getByLabel(/^Target/).first()
    await target.fill('Governor Orlo')
    await target.press('Enter')
    for (const page of [first, second]) await page.locator('[data-save]:not([data-save=saved])').waitFor()
  })

  await server.restart()
  await bothSaved()
  const [row] = (await liveRows()).filter((live) => live.id === id)
  expect(row).toMatchObject({ value: { note: 'The quay again', attributes: { target: 'Governor Orlo' } } })
  for (const page of [first, second]) {
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('The quay again')
    expect(
      await page
        .getByLabel(/^Target/)
        .first()
        .inputValue(),
    ).toBe('Governor Orlo')
    await page.getByText('An annotation was also changed in another tab.').waitFor()
  }
}, 120_000)

it('sends from the tab that stays what a closed tab left', async () => {
  await server.kill('SIGKILL')
  await codesWords(first, 28)
  await untilBothShow(7)
  await bothOffline()
  await first.close()

  await server.restart()
  await untilSaved(second)
  expect(await liveRows()).toHaveLength(7)
  first = await opensAgain()
  await untilBothShow(7)
}, 120_000)

it('closes the coding in one tab when it is submitted in the other', async () => {
  const [id] = await shownIn(second)
  await second.locator(`mark[data-annotation="${id}"]`).first().click()
  await second.getByLabel('Note', { exact: true }).waitFor()
  await submit(first)
  await second.getByText('This coding is complete.').waitFor()
  await bothSaved()
  expect(await second.getByLabel('Note', { exact: true }).count()).toBe(0)
  expect(await second.getByRole('button', { name: 'Submit coding' }).count()).toBe(0)
  expect(await second.getByLabel('Codes', { exact: true }).count()).toBe(0)
  expect(await readCoding(second)).toMatchObject({ state: 'submitted' })
}, 60_000)
