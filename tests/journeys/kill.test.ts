import type { CodingView } from '@/lib/coding/coding-view'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { createPostgresDatabase, type TestDatabase, testServerUrl } from '../support/test-databases'
import { codeWords, readCoding, untilSaved } from './desk'
import { arrives, createsFirstAccount, createsStudy, importsFiles, type Person, startsCoding } from './people'
import { sampleArticles } from './sample-articles'

/** kill -9 of the server while somebody codes: nothing that was acknowledged is lost, and what waits arrives, once. */

let browser: TestBrowser

beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)

afterAll(() => browser.close())

const liveIds = (view: CodingView) => view.rows.flatMap((row) => (row.deleted ? [] : [row.id])).sort()

describe.each(testServerUrl() ? ['embedded', 'postgres'] : ['embedded'])('on the %s database', (engine) => {
  let server: TestServer
  let database: TestDatabase | undefined
  let coder: Person
  /** Ids of the rows that the server has acknowledged to this browser. */
  const acknowledged = new Set<string>()

  let view: CodingView

  const codesWords = (n: number) => codeWords(coder.page, view, n)

  beforeAll(async () => {
    database = engine === 'postgres' ? await createPostgresDatabase('empty') : undefined
    server = await startServer(database ? { databaseUrl: database.url } : {})
    coder = await arrives(browser, server.address, 'Ana')
    await createsFirstAccount(coder)
    await coder.page.getByLabel(/I code too/).check()
    await createsStudy(coder, 'Kept')
    await importsFiles(coder, sampleArticles().slice(0, 1))
    coder.page.on('response', async (response) => {
      if (response.status() !== 201 || !response.url().endsWith('/changes')) return
      const { rows } = (await response.json()) as Pick<CodingView, 'rows'>
      for (const row of rows) acknowledged.add(row.id)
    })
    await startsCoding(coder)
    view = await readCoding(coder.page)
  }, 120_000)

  afterAll(async () => {
    await coder?.close()
    await server?.close()
    await database?.drop()
  })

  it('keeps every acknowledged annotation, and gets what was coded meanwhile, each once', async () => {
    for (const n of [20, 24, 28]) await codesWords(n)
    await untilSaved(coder.page)
    expect(acknowledged.size).toBe(3)

    // In the middle of saving: some of these are acknowledged, some are not.
    const dying = server.kill('SIGKILL')
    for (const n of [32, 36]) await codesWords(n)
    await dying
    await codesWords(40)
    await coder.page.getByText(/Offline · \d changes? kept here/).waitFor()

    await server.restart()
    await untilSaved(coder.page)
    const after = await readCoding(coder.page)
    expect(liveIds(after)).toHaveLength(6)
    expect(liveIds(after)).toEqual(expect.arrayContaining([...acknowledged]))
    expect(new Set(after.rows.map((row) => JSON.stringify(row.kind === 'annotation' && row.value.segments))).size).toBe(
      6,
    )
  }, 120_000)

  it('gets what waited in a browser that was closed while the server was away', async () => {
    await server.kill('SIGKILL')
    await codesWords(44)
    await coder.page.getByText('Offline · 1 change kept here').waitFor()
    const address = coder.page.url()
    await coder.page.close()

    await server.restart()
    coder.page = await coder.context.newPage()
    await coder.page.goto(address)
    await coder.page.locator('.ProseMirror').waitFor()
    await untilSaved(coder.page)
    const after = await readCoding(coder.page)
    expect(liveIds(after)).toHaveLength(7)
    expect(after.rows.every((row) => row.version === 1)).toBe(true)
  }, 120_000)
})
