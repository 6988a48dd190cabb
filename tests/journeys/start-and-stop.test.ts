import { stat } from 'node:fs/promises'
import path from 'node:path'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { createPostgresDatabase, type TestDatabase, testServerUrl } from '../support/test-databases'

let browser: TestBrowser
let database: TestDatabase | undefined
let server: TestServer

beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)

afterAll(() => browser.close())

/** Signs in as the lead of the sample study and keeps an event stream open, as a page of the study does. */
async function followStudy(): Promise<{ left: Promise<void> }> {
  const lead = (await server.sampleAccounts()).find(({ role }) => role === 'lead')
  const cookies = new Map<string, string>()
  const ask = async (address: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: server.address, ...init.headers }
    const response = await fetch(`${server.address}${address}`, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }
  const { csrfToken } = await (await ask('/api/auth/csrf')).json()
  const form = new URLSearchParams({ csrfToken, email: lead?.email ?? '', password: lead?.password ?? '' })
  await ask('/api/auth/callback/credentials', { method: 'POST', body: form })
  const { studies } = await (await ask('/api/studies')).json()
  const stream = await ask(`/api/studies/${studies[0].id}/changes`)
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  return { left: stream.text().then(() => undefined) }
}

describe.each(testServerUrl() ? ['embedded', 'postgres'] : ['embedded'])('a server on the %s database', (engine) => {
  beforeAll(async () => {
    database = engine === 'postgres' ? await createPostgresDatabase('empty') : undefined
    server = await startServer({ sample: true, ...(database ? { databaseUrl: database.url } : {}) })
  }, 120_000)

  afterAll(async () => {
    await server.close()
    await database?.drop()
  })

  it('says that it is well and on which database', async () => {
    const health = await (await fetch(`${server.address}/api/health`)).json()
    expect(health).toMatchObject({ status: 'ok', database: engine })
  })

  it('keeps the sample accounts where only its owner can read them', async () => {
    const file = path.join(server.dataFolder, 'sample-accounts.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('shows its first page without an error and without asking anybody else', async () => {
    const { page, complaints, close } = await browser.visit(server.address)
    await page.goto('/')
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('textbox').count()).toBeGreaterThan(0)
    complaints.expectNone()
    await close()
  }, 30_000)

  // A server that has to be cut off after its seconds of patience ends with 1.
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends within seconds on %s, with an event stream open',
    async (signal) => {
      const { left } = await followStudy()
      expect(await server.kill(signal)).toBe(0)
      await left
      await server.restart()
    },
    60_000,
  )

  it('starts again after kill -9, with the same accounts and study', async () => {
    const accounts = await server.sampleAccounts()
    await server.kill('SIGKILL')
    await server.restart()
    expect(await server.sampleAccounts()).toEqual(accounts)
    const { left } = await followStudy()
    await server.kill()
    await left
  }, 60_000)
})

describe('a second server on the data folder', () => {
  it('is refused with the name of the first', async () => {
    server = await startServer()
    const second = startServer({ env: { FRAMEWISE_DATA: server.dataFolder } })
    await expect(second).rejects.toThrow(`is in use by process`)
    await expect(second).rejects.toThrow(server.address)
    await server.close()
  }, 60_000)
})
