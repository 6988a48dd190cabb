import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/machine.mjs'

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** What a page did that no page may do. */
export interface Complaints {
  /** Errors on the console, uncaught exceptions, and requests to another origin. */
  list: string[]
  /** Fails the test when there is any. A journey that expects some takes them out first. */
  expectNone(): void
}

/** One person at one browser: cookies and storage of their own. */
export interface Visitor {
  page: Page
  context: BrowserContext
  complaints: Complaints
  close(): Promise<void>
}

/** A running Chromium. */
export interface TestBrowser {
  browser: Browser
  /** @param address the server; a request to any other origin is stopped and complained about */
  visit(address: string, options?: BrowserContextOptions): Promise<Visitor>
  close(): Promise<void>
}

/**
 * @param more switches of Chromium beside the usual ones
 * @throws Error saying how to get a browser when there is none
 */
export async function openBrowser(...more: readonly string[]): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('The journeys need a browser: apt-get install chromium, or set CHROMIUM_PATH')
  // Chromium refuses to run as root inside of its own sandbox.
  const args = [...quiet, ...more, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ executablePath, args })
  return {
    browser,
    visit: (address, options) => visit(browser, address, options),
    close: () => browser.close(),
  }
}

async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: address, ...options })
  const list: string[] = []
  await refuseOtherOrigins(context, new URL(address).origin, list)
  context.on('console', (message) => {
    if (message.type() === 'error') list.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => list.push(`exception: ${error.error().stack ?? error.error().message}`))
  return {
    page: await context.newPage(),
    context,
    complaints: { list, expectNone: () => expect(list).toEqual([]) },
    close: () => context.close(),
  }
}

async function refuseOtherOrigins(context: BrowserContext, origin: string, list: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && url.origin !== origin,
    async (route) => {
      list.push(`foreign origin: ${route.request().url()}`)
      await route.abort()
    },
  )
}
