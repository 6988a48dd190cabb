import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { runAgreement } from '../scripts/agreement-command'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { arrives, type Person, press } from './people'

/** A stranger computes agreement in the browser: as the command line does, and without a word to the server. */

let browser: TestBrowser
let server: TestServer

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

type Files = Record<string, string>

const units: Files = {
  'units.csv': `unit_id,doc_id,C01,C02,C03\n${Array.from({ length: 60 }, (_, i) => {
    const value = ['hero', 'villain', 'victim'][i % 3]
    return `S${i},D${i % 12},${value},${i % 7 === 0 ? 'hero' : value},${i % 5 === 0 ? 'NA' : value}`
  }).join('\n')}\n`,
}

const spans: Files = {
  'spans.csv': `doc_id,coder,code,start,end
D1,C01,hero,0,11
D1,C02,hero,0,8
D1,C01,villain,30,41
D2,C01,villain,5,12
D2,C02,villain,5,12
D3,C01,,,
D3,C02,victim,3,9
`,
  'lengths.csv': 'doc_id,length\nD1,60\nD2,40\nD3,25\n',
}

/** A stranger at the page, with everything it wants from the server loaded. */
async function stranger(look: Parameters<TestBrowser['visit']>[1] = {}): Promise<Person & { requests: string[] }> {
  const person = await arrives(browser, server.address, 'stranger', look)
  await person.page.goto('/calculator', { waitUntil: 'networkidle' })
  const requests: string[] = []
  person.context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
  return { ...person, requests }
}

async function drops(page: Page, files: Files): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name, { type: 'text/csv' }))
    return data
  }, files)
  await page.getByRole('region', { name: 'Your table' }).dispatchEvent('drop', { dataTransfer: transfer })
}

async function downloaded(person: Person, button: string): Promise<string> {
  const [download] = await Promise.all([person.page.waitForEvent('download'), press(person, button)])
  return readFile(await download.path(), 'utf8')
}

/** What the command that the page shows prints. */
async function printed(page: Page, files: Files): Promise<string> {
  const command = await page.getByLabel('The same on the command line').inputValue()
  const [, , , ...args] = command.split(' ')
  return runAgreement(args, files).stdout
}

describe('the calculator', () => {
  it('computes a dropped table of units as the command line does, and sends nothing', async () => {
    const person = await stranger()
    await drops(person.page, units)
    await person.page.getByText(/figures in/).waitFor()
    const output = await downloaded(person, 'Download JSON')
    expect(JSON.parse(output).krippendorff_alpha.value).toBeGreaterThan(0.5)
    expect(output).toBe(await printed(person.page, units))
    expect(await downloaded(person, 'Download CSV')).toContain('krippendorff_alpha')
    expect(person.requests.filter((request) => !request.includes('blob:'))).toEqual([])
    person.complaints.expectNone()
    await person.close()
  }, 60_000)

  it('computes spans as soon as their lengths are there, without a network', async () => {
    const person = await stranger()
    await person.context.setOffline(true)
    await drops(person.page, { 'spans.csv': spans['spans.csv'] ?? '' })
    await person.page.getByText('These are spans. Now the lengths of their documents.').waitFor()
    await drops(person.page, { 'lengths.csv': spans['lengths.csv'] ?? '' })
    await person.page.getByText(/figures in/).waitFor()
    expect(await downloaded(person, 'Download JSON')).toBe(await printed(person.page, spans))
    expect(person.requests.filter((request) => !request.includes('blob:'))).toEqual([])
    person.complaints.expectNone()
    await person.close()
  }, 60_000)

  it('names the row of a bad table, and goes on with the next one', async () => {
    const person = await stranger()
    await drops(person.page, { 'bad.csv': 'unit_id,C01,C02\nS1,hero,hero\nS1,hero,villain\n' })
    const problem = person.page.getByRole('alert').filter({ hasText: 'bad.csv' })
    await problem.waitFor()
    expect(await problem.textContent()).toContain('bad.csv, row 3, column unit_id: the unit S1 stands in row 2 already')
    await drops(person.page, units)
    await person.page.getByText(/figures in/).waitFor()
    expect(await problem.count()).toBe(0)
    await person.close()
  }, 60_000)

  it('stays quick while a large table is computed, and stops when asked', async () => {
    const person = await stranger()
    await person.page.evaluate(() => {
      const seen = globalThis as unknown as { longTasks: number[] }
      seen.longTasks = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longTasks.push(duration)
      }).observe({ type: 'longtask' })
    })
    const row = (i: number) => `S${i},${Array.from({ length: 10 }, (_, c) => (i * 7 + c * (i % 5)) % 4).join(',')}`
    const large = `unit_id,A,B,C,D,E,F,G,H,I,J\n${Array.from({ length: 30_000 }, (_, i) => row(i)).join('\n')}\n`
    const input = person.page.locator('input[type=file]')
    // A file on the disk, as people have them: one from memory would pass through the page.
    const file = path.join(server.dataFolder, 'large.csv')
    await writeFile(file, large)
    await input.setInputFiles(file)
    await press(person, 'Cancel')
    await person.page.getByText('Cancelled. Nothing was computed.').waitFor()
    await input.setInputFiles(file)
    await person.page.getByText(/figures in/).waitFor({ timeout: 60_000 })
    const tasks = await person.page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
    expect(tasks.filter((milliseconds) => milliseconds > 200)).toEqual([])
    await person.close()
  }, 120_000)
})

const looks = [
  ['a desktop in light colours', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['a phone in dark colours', { viewport: { width: 390, height: 800 }, colorScheme: 'dark' }],
] as const

describe.each(looks)('on %s', (_, look) => {
  it('the page with figures is accessible and no wider than its window', async () => {
    const person = await stranger(look)
    const found: Record<string, unknown> = {}
    for (const example of ['sentences coded by three', 'spans marked by two']) {
      await press(person, example)
      await person.page.getByText(/figures in/).waitFor()
      for (const summary of await person.page.locator('summary').all()) await summary.click()
      const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      const problems = await violations(person.page)
      if (problems.length > 0 || overflow > 0) found[example] = { problems, overflow }
    }
    expect(found).toEqual({})
    person.complaints.expectNone()
    await person.close()
  }, 60_000)
})
