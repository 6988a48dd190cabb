import type { CDPSession, Locator, Page } from 'playwright-core'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { untilSaved } from './desk'
import { opensHarbourArticle, untilStored } from './hands'
import { arrives, createsFirstAccount, type Person } from './people'

/** The essentials of coding with a finger on a phone. */

let browser: TestBrowser
let server: TestServer
let coder: Person
let page: Page
let screen: CDPSession

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana', {
    ...{ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  })
  await createsFirstAccount(coder)
  await opensHarbourArticle(coder)
  page = coder.page
  screen = await coder.context.newCDPSession(page)
  await untilSaved(page)
}, 180_000)

afterAll(async () => {
  await coder?.close()
  await server?.close()
  await browser?.close()
})

/** Runs in the page: where a word stands on the screen. */
function boxOfWord(word: string) {
  const walker = document.createTreeWalker(document.querySelector('.desk-text') ?? document, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(word) ?? -1
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + word.length)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return { left, right, top, bottom }
  }
  throw new Error(`no “${word}” on the desk`)
}

/** Runs in the page: selects words as the handles of the phone's own selection do. */
function selectAsPhone(words: string): void {
  const walker = document.createTreeWalker(document.querySelector('.desk-text') ?? document, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    document.querySelector<HTMLElement>('.desk-text')?.focus()
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
    return
  }
  throw new Error(`no “${words}” on the desk`)
}

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
  screen.send('Input.dispatchTouchEvent', { type, touchPoints: points })

/** Drags with one finger, in steps. */
async function drags(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await touch('touchStart', [from])
  for (let step = 1; step <= 8; step += 1) {
    await touch('touchMove', [{ x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 }])
  }
  await touch('touchEnd', [])
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const codeButton = (name: RegExp) => page.getByRole('region', { name: 'Codes' }).getByRole('button', { name })

it('codes the selected words with a tap on the code', async () => {
  await page.evaluate(selectAsPhone, 'saved the harbour')
  await page.getByRole('button', { name: /saved the harbour/ }).waitFor()
  await codeButton(/Hero/).tap()
  await untilStored(page, [['hero', 'saved the harbour']])
}, 60_000)

it('drags the end of the annotation to another word, and the start, each one step for undo', async () => {
  const end = page.getByRole('slider', { name: 'End of Hero' })
  const start = page.getByRole('slider', { name: 'Start of Hero' })
  await end.waitFor()
  const grip = await middleOf(end.locator('i'))
  const night = await page.evaluate(boxOfWord, 'night')
  const line = await middleOf(end)
  await drags(grip, { x: night.right + grip.x - line.x, y: (night.top + night.bottom) / 2 + grip.y - line.y })
  await untilStored(page, [['hero', 'saved the harbour that night']])

  const startGrip = await middleOf(start.locator('i'))
  const startLine = await middleOf(start)
  const the = await page.evaluate(boxOfWord, 'She')
  await drags(startGrip, {
    x: the.left + 1 + startGrip.x - startLine.x,
    y: (the.top + the.bottom) / 2 + startGrip.y - startLine.y,
  })
  await untilStored(page, [['hero', 'She saved the harbour that night']])
  await page.getByRole('button', { name: 'Undo' }).first().tap()
  await untilStored(page, [['hero', 'saved the harbour that night']])
  await page.getByRole('button', { name: 'Redo' }).first().tap()
  await untilStored(page, [['hero', 'She saved the harbour that night']])
}, 60_000)

it('marks the parts of an attribution with taps, in another order than asked', async () => {
  await page.evaluate(selectAsPhone, '“The count is wrong,”')
  await codeButton(/Attribution/).tap()
  const prompt = page.getByRole('region', { name: 'Parts of Attribution' })
  await prompt.getByRole('button', { name: 'Cue', exact: true }).tap()
  await page.evaluate(selectAsPhone, 'told')
  await prompt.getByRole('button', { name: 'Take as cue' }).tap()
  await page.evaluate(selectAsPhone, 'Ena Brisk')
  await prompt.getByRole('button', { name: 'Take as source' }).tap()
  await prompt.waitFor({ state: 'detached' })
  await untilStored(page, [
    ['attribution', 'content: “The count is wrong,”', 'source: Ena Brisk', 'cue: told'],
    ['hero', 'She saved the harbour that night'],
  ])
  coder.complaints.expectNone()
}, 60_000)

it('is nowhere wider than the screen, and everything to tap is big enough for a finger', async () => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const grips = await page.locator('.desk-edge > i').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
  for (const { width, height } of grips) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
}, 30_000)
