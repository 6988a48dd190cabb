import type { Page } from 'playwright-core'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { code, readCoding, select, submit, untilSaved } from './desk'
import { harbourArticle } from './hands'
import { accountOf, arrives, createsFirstAccount, createsStudy, importsFiles, type Person, signsIn } from './people'

/** Every window, bar and notice of the desk can be used by everybody, in light and dark colours. */

const note = 'People are hurt in this article.'
let browser: TestBrowser
let server: TestServer
let lead: Person
let studyId: string
let desks: string[]

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  lead = await arrives(browser, server.address, 'Ana')
  await createsFirstAccount(lead)
  await lead.page.getByLabel(/I code too/).check()
  studyId = await createsStudy(lead, 'States')
  const articles = ['One', 'Two'].map((title) => ({ title, text: `${title}. ${harbourArticle}`, content_note: note }))
  await importsFiles(lead, [{ name: 'articles.jsonl', text: articles.map((one) => JSON.stringify(one)).join('\n') }])
  const own = await (await lead.page.request.get(`/api/studies/${studyId}/codings?coder=me`)).json()
  desks = own.codings.map(({ id }: { id: string }) => `/studies/${studyId}/codings/${id}`)
  await lead.page.goto(`/studies/${studyId}/settings`)
  await lead.page.getByLabel('Offer to mark all occurrences').click()
  await lead.page.reload()
  expect(await lead.page.getByLabel('Offer to mark all occurrences').isChecked()).toBe(true)
}, 180_000)

afterAll(async () => {
  await lead?.close()
  await server?.close()
  await browser?.close()
})

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  let coder: Person
  let page: Page
  let text: string
  const accessible = async () => expect(await violations(page)).toEqual([])
  const dialog = (name: string) => page.getByRole('dialog', { name })
  /** The words that are painted as found, and the one in hand. */
  const foundWords = () =>
    page.evaluate(() => {
      const painted = (name: string) => [...(CSS.highlights.get(name)?.keys() ?? [])].map(String)
      return { all: painted('desk-found'), current: painted('desk-found-current') }
    })
  /** The nth place of words, in code points: the text has none beyond the basic plane before them. */
  const spanOf = (words: string, nth = 0) => {
    let start = -1
    for (let found = 0; found <= nth; found += 1) start = text.indexOf(words, start + 1)
    return { start, end: start + words.length }
  }

  beforeAll(async () => {
    coder = await arrives(browser, server.address, 'Ana', { viewport: { width: 1280, height: 900 }, colorScheme })
    page = coder.page
    await signsIn(coder, accountOf(lead))
    await page.goto(desks[colorScheme === 'light' ? 0 : 1] ?? '')
    text = (await readCoding(page)).document.text
  }, 60_000)

  afterAll(() => coder.close())

  it('the note on what is in the article, before it is read', async () => {
    await page.getByText(note).waitFor()
    await accessible()
    await page.getByRole('button', { name: 'Show the article' }).click()
    await page.locator('.desk-text').waitFor()
    await accessible()
  }, 30_000)

  it('the bar that finds words, and the selection it leaves', async () => {
    await page.keyboard.press('Control+f')
    await page.getByRole('searchbox').fill('HARBOUR')
    await page.getByText('1 of 2', { exact: true }).waitFor()
    expect(await foundWords()).toEqual({ all: ['harbour', 'harbour'], current: ['harbour'] })
    await accessible()
    await page.keyboard.press('Escape')
    expect(await foundWords()).toEqual({ all: [], current: [] })
    await page.keyboard.press('v')
    await accessible()
    await page
      .getByLabel(/^Target/)
      .first()
      .fill('The harbour')
    await page.keyboard.press('Escape')
  }, 30_000)

  it('the bar that proposes other places with the same words', async () => {
    await page.keyboard.press('Alt+y')
    await page.getByText('Place 1 of 1 with the same words').waitFor()
    await accessible()
    await page.getByRole('button', { name: 'Code this place' }).click()
    await untilSaved(page)
    const { rows } = await readCoding(page)
    const places = rows.flatMap((row) => (row.kind === 'annotation' ? [row.value.segments] : []))
    expect(places).toEqual([0, 1].map((nth) => [{ part: 'span', ...spanOf('harbour', nth) }]))
  }, 30_000)

  it('a window that does not come from the server, and then does', async () => {
    const chunks = /_next\/static\/.*\.js/
    const ask = async () => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      await page.getByRole('combobox').fill('not eligible')
      await page.keyboard.press('Enter')
    }
    let giveUp = () => {}
    const tooLong = new Promise<void>((resolve) => {
      giveUp = resolve
    })
    let isOnline = false
    await page.route(chunks, async (route) => {
      if (isOnline) return route.continue()
      await tooLong
      return route.abort()
    })
    await ask()
    await page.getByText('Asking the server …').waitFor()
    await accessible()
    await page.keyboard.press('Escape')
    await page.getByText('Asking the server …').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await dialog('Keys').waitFor()
    await page.keyboard.press('Escape')
    giveUp()
    await ask()
    await dialog('This needs the server').waitFor()
    await accessible()
    isOnline = true
    await page.getByRole('button', { name: 'Try again' }).click()
    await dialog('Not eligible for coding?').waitFor()
    await page.keyboard.press('Escape')
    await page.unroute(chunks)
  }, 60_000)

  it('an article that is held not eligible, and is again', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await accessible()
    await page.getByRole('combobox').fill('not eligible')
    await page.keyboard.press('Enter')
    await dialog('Not eligible for coding?').waitFor()
    await accessible()
    await page.getByLabel('Reason').fill('It is an advert.')
    await page.getByRole('button', { name: 'Mark as not eligible' }).click()
    await page.getByText('The lead has not decided yet.').waitFor()
    await accessible()
    expect((await readCoding(page)).ineligible).toMatchObject({ reason: 'It is an advert.' })
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('The lead has not decided yet.').waitFor({ state: 'detached' })
  }, 30_000)

  it('a question to the lead', async () => {
    await select(page, text, spanOf('tyrant'))
    await page.keyboard.press('q')
    await dialog('Ask the lead').waitFor()
    await accessible()
    await page.getByLabel('Your question').fill('Does this count?')
    await page.getByRole('button', { name: 'Send question' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'My questions' }).waitFor()
    await accessible()
    expect((await readCoding(page)).questions).toMatchObject([{ question: 'Does this count?', ...spanOf('tyrant') }])
  }, 30_000)

  it('the list of keys', async () => {
    await page.keyboard.press('?')
    await dialog('Keys').waitFor()
    await accessible()
    await page.keyboard.press('Escape')
  }, 30_000)

  it('the parts that are asked for, and the codes that an annotation may have instead', async () => {
    await code(page, text, { key: 'a', ...spanOf('“The count is wrong,”') })
    await page.getByText('Select the source').first().waitFor()
    await accessible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await page.getByRole('combobox').waitFor()
    await accessible()
    await page.keyboard.press('Escape')
  }, 30_000)

  it('a change that the server does not take', async () => {
    await page.route('**/changes', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 422, json: { error: { code: 'invalid', message: 'The server said no.' } } })
        : route.continue(),
    )
    await code(page, text, { key: 'u', ...spanOf('Eleven boats') })
    await page.getByRole('button', { name: '1 not accepted' }).click()
    await accessible()
    await page.unroute('**/changes')
    await page.getByRole('button', { name: 'Apply again' }).click()
    await untilSaved(page)
    expect((await readCoding(page)).rows).toHaveLength(4)
  }, 30_000)

  it('what is missing before it can be submitted, the submitted coding, and the reopened one', async () => {
    await code(page, text, { key: 'h', ...spanOf('saved') })
    await page.getByRole('button', { name: 'Submit coding' }).first().click()
    await dialog('Not complete yet').waitFor()
    await accessible()
    await page.getByRole('dialog').getByRole('button', { name: /saved/ }).click()
    await page.waitForFunction(() => document.activeElement?.closest('[data-missing]'))
    await page.keyboard.type('Ena Brisk')
    await page.keyboard.press('Escape')
    await submit(page)
    await accessible()
    const first = page.url()
    await page.getByRole('button', { name: 'Reopen' }).click()
    await dialog('Reopen this coding?').waitFor()
    await accessible()
    await page.getByLabel('Reason').fill('A name was misread.')
    await page.getByRole('button', { name: 'Reopen coding' }).click()
    await page.waitForURL((url) => url.href !== first)
    await page.getByRole('button', { name: 'Show the article' }).click()
    await page.getByText('Reopened: A name was misread.').waitFor()
    await accessible()
    expect(await readCoding(page)).toMatchObject({ revision: 1, state: 'open' })
  }, 60_000)
})
