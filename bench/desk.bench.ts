import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { closeDatabase, openDatabase } from '../lib/db'
import { findChromium } from '../scripts/machine.mjs'
import { serve, untilHealthy } from '../scripts/serve.mjs'
import { freePort } from '../tests/support/postgres-server'
import { type Racer, race } from './desk/component-race'
import { coder, type StoredCoding, writeDeskStudies } from './desk/desk-study'
import { watchDesk } from './desk/in-page'
import { type DeskSize, deskSizes, madeCoding } from './desk/made-coding'
import { heapOverCycles, inNewTab, measureDesk, scriptBytes } from './desk/whole-app'
import { median, percentile95, printTable } from './timing'

/**
 * The coding desk in a Chromium: how long text and spans in memory take to be on the screen, here and in Recogito's text
 * annotator on the same data; and, on the production build (npm run build) with the embedded database, how long the
 * whole app takes to open, to draw what a key codes, to store it, and to scroll; how its heap grows; what scripts it sends.
 * @param options which parts: "component", "app", or both when none is named
 */
export async function bench(options: readonly string[]): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('This needs a browser: apt-get install chromium, or set CHROMIUM_PATH')
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    if (options.length === 0 || options.includes('component')) await compareComponents(browser)
    if (options.length === 0 || options.includes('app')) await measureApp(browser)
  } finally {
    await browser.close()
  }
}

const title = ({ words, spans }: DeskSize) => `${words.toLocaleString('en')} words, ${spans.toLocaleString('en')} spans`
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b)
const middle = (values: readonly number[]) => median(ascending(values))
const high = (values: readonly number[]) => percentile95(ascending(values))

const ours: Racer = { entry: 'reading-page.tsx', inOne: false }
const theirs: Racer = { entry: 'recogito-page.ts', inOne: false }
const theirsInOne: Racer = { entry: 'recogito-page.ts', inOne: true }

/** Recogito takes seconds for the longest text, so that it runs there less often. */
async function compareComponents(browser: Browser): Promise<void> {
  const rows: (string | number)[][] = []
  for (const size of deskSizes) {
    const coding = madeCoding(size)
    const runs = size.words > 50_000 ? 3 : 20
    const here = await race(browser, ours, coding, 20)
    const there = await race(browser, theirs, coding, runs)
    const inOne = await race(browser, theirsInOne, coding, runs)
    const best = Math.min(middle(there), middle(inOne))
    rows.push([title(size), middle(here), high(here), middle(there), middle(inOne), middle(here) / best])
  }
  printTable([
    ['text and spans in memory to the screen, ms', 'here', 'p95', 'Recogito', 'in one paragraph', 'here / best of it'],
    ...rows,
  ])
}

async function measureApp(browser: Browser): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'framewise-bench-'))
  try {
    await openDatabase({ kind: 'embedded', folder })
    const stored = await writeDeskStudies(deskSizes.map(madeCoding))
    await closeDatabase()
    await serving(folder, async (address) => {
      const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 } })
      await context.addInitScript(watchDesk)
      await inNewTab(context, signIn)
      await measureSizes(context, stored)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function serving(folder: string, run: (address: string) => Promise<void>): Promise<void> {
  const port = await freePort()
  const settings = { DATABASE_URL: undefined, FRAMEWISE_DATA: folder, FRAMEWISE_SAMPLE: '0', LOG_LEVEL: 'warn' }
  const server = serve({ port, env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    if (!(await untilHealthy(server, port))) throw new Error('The server did not become healthy')
    await run(`http://localhost:${port}`)
  } finally {
    server.kill('SIGTERM')
    // It writes its database until it has ended.
    if (server.exitCode === null) await once(server, 'exit')
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  await page.getByLabel('E-mail').fill(coder.email)
  await page.getByLabel('Password').fill(coder.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

async function measureSizes(context: BrowserContext, stored: readonly StoredCoding[]): Promise<void> {
  const table: (string | number)[][] = []
  for (const [at, size] of deskSizes.entries()) {
    const coding = stored[at]
    if (!coding) continue
    const { interactive, painted, stored: sent, frames } = await measureDesk(context, coding, { opens: 20, keys: 60 })
    const times = [middle(interactive), high(interactive), middle(painted), high(painted)]
    table.push([title(size), ...times, middle(sent), high(sent), high(frames), Math.max(...frames)])
  }
  const heads = ['open', 'p95', 'key to paint', 'p95', 'stored', 'p95', 'scroll frame p95', 'longest']
  printTable([['whole app, ms', ...heads], ...table])
  const [, middling, longest] = stored
  if (!middling || !longest) return
  const [before, after] = await inNewTab(context, (page) => heapOverCycles(page, middling, 500))
  const scripts = await inNewTab(context, (page) => scriptBytes(page, longest))
  printTable([
    ['page of the desk', 'figure'],
    ['heap before 500 additions and deletions, kB', before.all / 1000],
    ['heap after them, kB', after.all / 1000],
    ['of it held by the scripts before them, kB', before.held / 1000],
    ['held by the scripts after them, kB', after.held / 1000],
    ['scripts as sent, kB', scripts / 1000],
  ])
}
