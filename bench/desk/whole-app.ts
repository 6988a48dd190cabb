import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { deskTexts } from '../../components/coding-desk/texts/desk-texts'
import type { StoredCoding } from './desk-study'
import { heapSnapshot, heldIn } from './heap-snapshot'
import type { DeskWatch } from './in-page'

declare global {
  interface Window {
    deskWatch: DeskWatch
  }
}

/** What was measured of a desk in the whole app; milliseconds, each list in the order of the runs. */
export interface DeskFigures {
  /** From the start of the navigation to the first marks on the screen of a page that takes input. */
  interactive: number[]
  /** From the press of a code's key to the painted highlight. */
  painted: number[]
  /** From sending the change to the server's answer that it is stored. */
  stored: number[]
  /** Frames of one way from the first line to the last one. */
  frames: number[]
}

const addressOf = ({ studyId, codingId }: StoredCoding) => `/studies/${studyId}/codings/${codingId}`

/** One after the other in one tab, as a coder goes through a day's work. */
async function opensOften(page: Page, coding: StoredCoding, runs: number): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await page.goto(addressOf(coding), { waitUntil: 'commit' })
    times.push(await page.evaluate(() => window.deskWatch.interactive()))
    await untilSaved(page)
  }
  return times
}

/** After hundreds of edits the outbox has as many to send. */
async function untilSaved(page: Page): Promise<void> {
  // What was done this moment is said a frame or two later.
  await wait(200)
  await page.locator('[data-save=saved]').waitFor({ timeout: 180_000 })
}

const selectIn = (page: Page, line: number) =>
  page.evaluate(([at, heading]) => window.deskWatch.selectIn(at, heading), [line, deskTexts.panel.selection] as const)

/** Codes a word in each of so many lines, all over the text. */
async function codesWords(page: Page, key: string, runs: number): Promise<Pick<DeskFigures, 'painted' | 'stored'>> {
  const painted: number[] = []
  const stored: number[] = []
  const lines = await page.evaluate(() => window.deskWatch.lines())
  for (let run = 0; run < runs; run += 1) {
    const line = lines[Math.floor((lines.length * (run + 0.5)) / runs)] ?? 0
    await selectIn(page, line)
    await wait(300)
    await page.evaluate(() => window.deskWatch.arm())
    const answered = page.waitForResponse((response) => response.url().endsWith('/changes'))
    await page.keyboard.press(key)
    painted.push(await page.evaluate(() => window.deskWatch.highlighted()))
    const request = (await answered).request()
    await request.response().then((response) => response?.finished())
    stored.push(request.timing().responseEnd)
    await untilSaved(page)
  }
  return { painted, stored }
}

/** Measures in a tab of its own: in one that was used before, the browser collects meanwhile what earlier pages left. */
export async function inNewTab<Result>(
  context: BrowserContext,
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await context.newPage()
  try {
    return await measure(page)
  } finally {
    await page.close()
  }
}

/** Opens a coding often, codes in it, and scrolls through it. */
export async function measureDesk(
  context: BrowserContext,
  coding: StoredCoding,
  { opens, keys }: { opens: number; keys: number },
): Promise<DeskFigures> {
  const interactive = await inNewTab(context, (page) => opensOften(page, coding, opens))
  return inNewTab(context, async (page) => {
    await opensOften(page, coding, 1)
    const coded = await codesWords(page, 'q', keys)
    await page.keyboard.press('Escape')
    const frames = await page.evaluate(() => window.deskWatch.scrollThrough(300))
    return { interactive, ...coded, frames }
  })
}

/** What a page has in memory, in bytes. */
interface Heap {
  all: number
  /** Of it what the scripts hold: without their compiled code, which comes and goes as it is used, and the browser's own. */
  held: number
}

/** Code that nothing runs any more goes after several collections. */
async function heapAfterCollection(session: CDPSession): Promise<Heap> {
  for (let again = 0; again < 10; again += 1) {
    await session.send('HeapProfiler.collectGarbage')
    await wait(200)
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { all: usedSize, held: heldIn(await heapSnapshot(session)) }
}

/**
 * Adds an annotation and deletes it, so many times. What is left of each is the version of a deleted row; the undo history
 * beyond what is near lies in the browser's database.
 * @returns the page's heap before and after, each when all rubbish was collected
 */
export async function heapOverCycles(page: Page, coding: StoredCoding, cycles: number): Promise<[Heap, Heap]> {
  await page.goto(addressOf(coding))
  await page.evaluate(() => window.deskWatch.interactive())
  const [line = 0] = await page.evaluate(() => window.deskWatch.lines())
  const session = await page.context().newCDPSession(page)
  const cycle = async () => {
    await selectIn(page, line)
    await page.keyboard.press('q')
    await page.keyboard.press('Delete')
  }
  // What the desk loads and the browser compiles, some of it only for what is used hundreds of times, is no growth.
  for (let run = 0; run < 300; run += 1) await cycle()
  await untilSaved(page)
  const before = await heapAfterCollection(session)
  for (let run = 0; run < cycles; run += 1) await cycle()
  await untilSaved(page)
  return [before, await heapAfterCollection(session)]
}

/** Loads the desk with an empty cache. @returns bytes of its scripts as they are sent, compressed, without headers */
export async function scriptBytes(page: Page, coding: StoredCoding): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(addressOf(coding), { waitUntil: 'networkidle' })
  await session.detach()
  return bytes
}
