import type { Page } from 'playwright-core'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { readCoding, untilSaved } from './desk'
import {
  answersAll,
  backToText,
  caretBefore,
  opensHarbourArticle,
  selectBy,
  storedMarks,
  tabTo,
  untilStored,
} from './hands'
import { arrives, createsFirstAccount, type Person } from './people'

/** A whole article coded by keyboard alone: from here on no mouse moves. */

let browser: TestBrowser
let server: TestServer
let coder: Person
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana')
  await createsFirstAccount(coder)
  await opensHarbourArticle(coder)
  page = coder.page
  await untilSaved(page)
}, 180_000)

afterAll(async () => {
  await coder?.close()
  await server?.close()
  await browser?.close()
})

const text = () => page.locator('.desk-text')

const attribution = ['attribution', 'content: “The count is wrong,”', 'source: Ena Brisk', 'cue: told']
const hero = ['hero', 'saved the harbour that']
const halves = [
  ['hero', 'saved'],
  ['hero', 'the harbour that'],
]
const villains = [
  ['villain', 'tyrant 👩🏽‍✈️'],
  ['villain', 'thief'],
]
const figure = ['unsourced_figure', 'Eleven boats']

/** Answers the questions of the chosen annotation, and goes back to the text. */
async function answers(name: string): Promise<void> {
  await page.keyboard.press('Enter')
  await answersAll(page, name)
}

it('comes to the text with Tab and moves in it by paragraph and sentence', async () => {
  await tabTo(page, text())
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+ArrowDown')
  await caretBefore(page, 'Alt+ArrowDown', '“The count')
  await page.keyboard.press('Alt+ArrowRight')
  await caretBefore(page, 'Alt+ArrowRight', 'She saved')
  await page.keyboard.press('Alt+ArrowLeft')
  await caretBefore(page, 'Alt+ArrowLeft', '“The count')
}, 60_000)

it('codes an attribution: content, then source and cue as the desk asks for them', async () => {
  await selectBy(page, 'Shift+ArrowRight', '“The count is wrong,”')
  await page.keyboard.press('a')
  await page.getByText('Select the source').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await selectBy(page, 'Control+Shift+ArrowRight', 'Ena Brisk')
  await page.keyboard.press('Enter')
  await page.getByText('Select the cue').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await selectBy(page, 'Control+Shift+ArrowRight', 'told')
  await page.keyboard.press('Enter')
  await page.getByText('All parts asked for').waitFor({ state: 'attached' })
  await answers('Ena Brisk')
  await untilStored(page, [attribution])
}, 60_000)

it('codes a sentence with the key of a code, and nudges its edges by word and character', async () => {
  await caretBefore(page, 'Alt+ArrowRight', 'She saved')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('h')
  await answers('Ena Brisk')
  for (const key of [',', ',', '<', '>']) await page.keyboard.press(key)
  await untilStored(page, [attribution, ['hero', 'She saved the harbour that']])
  await page.keyboard.press('e')
  await page.keyboard.press('.')
  await untilStored(page, [attribution, hero])
}, 60_000)

it('splits at the caret, merges again, and goes back and forth over both', async () => {
  await caretBefore(page, 'Control+ArrowLeft', 'the harbour that')
  await page.keyboard.press('k')
  await untilStored(page, [attribution, ...halves])
  await page.keyboard.press('[')
  await page.keyboard.press('m')
  await untilStored(page, [attribution, hero])
  await page.keyboard.press('Control+z')
  await untilStored(page, [attribution, ...halves])
  await page.keyboard.press('Control+z')
  await untilStored(page, [attribution, hero])
  await page.keyboard.press('Control+Shift+z')
  await untilStored(page, [attribution, ...halves])
  await page.keyboard.press('Control+z')
  await untilStored(page, [attribution, hero])
}, 60_000)

it('takes a character of several code points as one, and codes again with the last code', async () => {
  await page.keyboard.press('Escape')
  await caretBefore(page, 'Control+ArrowRight', 'tyrant')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await selectBy(page, 'Shift+ArrowRight', 'tyrant 👩🏽‍✈️')
  await page.keyboard.press('v')
  await answers('Governor Orlo')
  await caretBefore(page, 'Control+ArrowRight', 'thief')
  await selectBy(page, 'Control+Shift+ArrowRight', 'thief')
  await page.keyboard.press('r')
  await answers('Governor Orlo')
  await untilStored(page, [attribution, hero, ...villains])
}, 60_000)

it('finds a code by a word of its name, and other words for the same annotation', async () => {
  await page.keyboard.press('Escape')
  await caretBefore(page, 'Control+ArrowRight', 'Eleven')
  await selectBy(page, 'Control+Shift+ArrowRight', 'Eleven boats')
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Find a code or command' }).waitFor()
  await page.keyboard.type('unsourced')
  await page.keyboard.press('Enter')
  await page.locator('mark.code-unsourced_figure').first().waitFor()
  await answers('Harbour Guild')
  await untilStored(page, [attribution, hero, ...villains, figure])
  await caretBefore(page, 'Control+ArrowRight', 'lost')
  await selectBy(page, 'Control+Shift+ArrowRight', 'lost')
  await page.keyboard.press('+')
  await untilStored(page, [attribution, hero, ...villains, [...figure, 'lost']])
  await page.keyboard.press('-')
  await untilStored(page, [attribution, hero, ...villains, figure])
}, 60_000)

it('gives a command another key, which works from then on', async () => {
  await page.keyboard.press('?')
  await tabTo(page, page.getByRole('button', { name: /Change the keys of: Split/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'New key' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+t')
  await page.getByText('Ctrl+T belongs to the browser or the system.').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('z')
  await page.getByText('Key: z').waitFor()
  await page.keyboard.press('Escape')
  await backToText(page)
  await caretBefore(page, 'Control+ArrowLeft', 'boats')
  await page.keyboard.press('z')
  const cutUp = [
    ['unsourced_figure', 'Eleven'],
    ['unsourced_figure', 'boats'],
  ]
  await untilStored(page, [attribution, hero, ...villains, ...cutUp])
  await page.keyboard.press('Control+z')
  await untilStored(page, [attribution, hero, ...villains, figure])
}, 60_000)

it('answers the questions about the article', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+a')
  await answersAll(page, 'Governor Orlo')
  await untilSaved(page)
  const { rows } = await readCoding(page)
  const answered = rows.flatMap((row) => (row.kind === 'variable' ? [row.value.variable] : []))
  expect(answered).toEqual(expect.arrayContaining(['genre', 'focal_entity', 'focal_role', 'focal_valence']))
}, 60_000)

it('submits, and the server has what was coded', async () => {
  await tabTo(page, page.getByRole('button', { name: 'Submit coding' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^Submit/ }))
  await page.keyboard.press('Enter')
  await page.getByText('This coding is complete.').waitFor()
  expect(await readCoding(page)).toMatchObject({ state: 'submitted' })
  await untilStored(page, [attribution, hero, ...villains, figure])
  const targets = (await storedMarks(page)).map(({ value }) => value.attributes.target)
  expect(targets).toEqual([undefined, 'Ena Brisk', 'Governor Orlo', 'Governor Orlo', undefined])
  coder.complaints.expectNone()
}, 60_000)
