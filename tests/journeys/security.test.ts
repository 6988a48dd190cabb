import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { arrives, press, signsIn } from './people'

/** What keeps strangers out, asked of the built server over HTTP as anybody could. */

const publicAddress = 'https://framewise.example'
let server: TestServer
let browser: TestBrowser

beforeAll(async () => {
  server = await startServer({ sample: true })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Somebody who keeps cookies as a browser does, but sends them anywhere. */
function visitor(of: TestServer = server) {
  const cookies = new Map<string, string>()
  const ask = async (address: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: of.address, ...init.headers }
    const response = await fetch(`${of.address}${address}`, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return response
  }
  const csrfToken = async () => (await (await ask('/api/auth/csrf')).json()).csrfToken as string
  const post = async (address: string, fields: Record<string, string>) =>
    ask(address, { method: 'POST', body: new URLSearchParams({ csrfToken: await csrfToken(), ...fields }) })
  return { ask, post, cookies }
}

async function leadAccount(of: TestServer = server) {
  const lead = (await of.sampleAccounts()).find(({ role }) => role === 'lead')
  if (!lead) throw new Error('The sample study has no lead.')
  return { email: lead.email, password: lead.password }
}

const signIn = '/api/auth/callback/credentials'

async function signedIn(of: TestServer = server) {
  const person = visitor(of)
  return { ...person, answer: await person.post(signIn, await leadAccount(of)) }
}

/** The attributes of a cookie that an answer sets. */
function setCookie(response: Response, name: string): string[] {
  const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return line ? line.split(';').map((part) => part.trim()) : []
}

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => `/${path.dirname(file)}`.replace(/\/\([^)]+\)|\/\.$/g, '') || '/')

describe('a session cookie', () => {
  it('is kept from scripts and from other sites', async () => {
    const attributes = setCookie((await signedIn()).answer, 'next-auth.session-token')
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(attributes.some((attribute) => attribute.startsWith('Domain'))).toBe(false)
  })

  it('is cleared by signing out', async () => {
    const person = await signedIn()
    expect((await person.ask('/api/studies')).status).toBe(200)
    const [pair, ...attributes] = setCookie(await person.post('/api/auth/signout', {}), 'next-auth.session-token')
    expect(pair).toBe('next-auth.session-token=')
    expect(attributes.join(' ')).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/)
    expect((await person.ask('/api/studies')).status).toBe(401)
  })

  it('is not cleared by a page of another site, which knows no token', async () => {
    const person = await signedIn()
    await person.post('/api/auth/signout', { csrfToken: 'guessed' })
    expect((await person.ask('/api/studies')).status).toBe(200)
  })

  it('is worth nothing, wherever it was copied to, once all sessions were ended', async () => {
    const copied = await signedIn()
    const person = await arrives(browser, server.address, 'Lead')
    await signsIn(person, await leadAccount())
    await person.page.goto('/account')
    await press(person, 'End all sessions')
    await person.page.waitForURL('**/sign-in')
    await person.close()
    expect((await copied.ask('/api/studies')).status).toBe(401)
  }, 60_000)

  describe('of a server with a public https address', () => {
    let secure: TestServer
    beforeAll(async () => {
      secure = await startServer({ sample: true, env: { NEXTAUTH_URL: publicAddress } })
    }, 120_000)
    afterAll(() => secure?.close())

    it('travels over https only, by name and attribute', async () => {
      const person = await signedIn(secure)
      const attributes = setCookie(person.answer, '__Secure-next-auth.session-token')
      expect(attributes).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax']))
      expect((await person.ask('/api/studies')).status).toBe(200)
      const names = [...person.cookies.keys()]
      expect(names.filter((name) => !/^__(Secure|Host)-/.test(name))).toEqual([])
    })

    it('is not believed under the name that plain http may set', async () => {
      const { cookies } = await signedIn(secure)
      const cookie = `next-auth.session-token=${cookies.get('__Secure-next-auth.session-token')}`
      expect((await visitor(secure).ask('/api/studies', { headers: { cookie } })).status).toBe(401)
    })
  })
})

describe.each(['nobody', 'the lead'])('to %s', (who) => {
  let ask: ReturnType<typeof visitor>['ask']
  let studyId: string
  beforeAll(async () => {
    const lead = await signedIn()
    studyId = (await (await lead.ask('/api/studies')).json()).studies[0].id
    ask = who === 'nobody' ? visitor().ask : lead.ask
  })

  it.each([...pages, '/nothing-here'])('the page %s runs no script but ours and says so', async (page) => {
    const address = page.replace('[studyId]', studyId).replace(/\[\w+\]/g, randomUUID())
    const response = await ask(address)
    const policy = response.headers.get('content-security-policy') ?? ''
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src ')) ?? ''
    const nonce = /'nonce-([\w+/=]{20,})'/.exec(scripts)?.[1]
    expect(nonce).toBeDefined()
    expect(scripts).not.toMatch(/unsafe-(inline|eval)/)
    expect(policy).toMatch(/default-src 'self';.*frame-ancestors 'none';.*object-src 'none'/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    const tags = (await response.text()).match(/<script\b[^>]*>/g) ?? []
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    expect((await ask(address)).headers.get('content-security-policy')).not.toBe(policy)
  })
})

describe('a request from another site', () => {
  it.each(['https://elsewhere.example', 'null', `${publicAddress}.elsewhere.example`])(
    'of %s makes no study',
    async (origin) => {
      const person = await signedIn()
      const body = JSON.stringify({ title: 'Not mine' })
      const headers = { origin, 'content-type': 'application/json' }
      const response = await person.ask('/api/studies', { method: 'POST', body, headers })
      expect(response.status).toBe(403)
      expect(await (await person.ask('/api/studies')).text()).not.toContain('Not mine')
    },
  )
})

describe('sign-in', () => {
  it('answers what no e-mail can be as a wrong password, and tells nothing of the server', async () => {
    const told = async (email: string) =>
      (await visitor().post(signIn, { email, password: 'wrong', json: 'true' })).text()
    expect(await told('a\u0000b')).toBe(await told('nobody@callis.example'))
    expect(await told('a\u0000b')).toContain('error=unauthenticated')
  })

  it.each(['signin', 'signout', 'error', 'verify-request'])('shows no page of next-auth: %s', async (page) => {
    const response = await visitor().ask(`/api/auth/${page}?callbackUrl=https://elsewhere.example`)
    expect({ status: response.status, to: response.headers.get('location') }).toEqual({ status: 303, to: '/sign-in' })
  })

  it('leads back to no other site', async () => {
    const html = await (await visitor().ask('/sign-in?next=/%09/elsewhere.example')).text()
    expect(html).toContain('name="password"')
    const lead = await signedIn()
    const response = await lead.ask('/sign-in?next=/%09/elsewhere.example')
    expect(response.headers.get('location')).toBe('/studies')
    for (const callbackUrl of ['https://elsewhere.example', 'http://']) {
      const answer = await visitor().post(signIn, { ...(await leadAccount()), callbackUrl, json: 'true' })
      expect(answer.status).toBe(200)
      expect(new URL((await answer.json()).url).hostname).toBe('localhost')
    }
  })

  it('refuses a body over its bound, and an unreadable cookie as no session', async () => {
    const answer = await visitor().post(signIn, { email: 'a'.repeat(20_000) })
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 413, body: { error: {} } })
    const cookie = 'next-auth.session-token=%E0%A4%A'
    expect((await visitor().ask('/api/studies', { headers: { cookie } })).status).toBe(401)
  })
})
