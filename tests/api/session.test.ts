import { GET, POST } from '@/app/api/auth/[...nextauth]/route'
import { authOptions } from '@/lib/actor'
import { db } from '@/lib/db'
import { createFirstAccount } from '@/lib/verbs/accounts'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const lead = { email: 'ilse.varn@callis.example', name: 'Ilse Varn', password: 'a long enough password' }
const context = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) })
const authAddress = (path: string) => `http://localhost:3000/api/auth/${path}`

type Authorize = (input: unknown, request: { headers: Record<string, string> }) => Promise<unknown>

/** What the visitor is told of a sign-in: the message of the error, or who they are. */
async function signIn(input: unknown): Promise<unknown> {
  const [provider] = (await authOptions()).providers
  const options = provider?.options as unknown as { authorize: Authorize } | undefined
  return options?.authorize(input, { headers: {} }).catch((error: Error) => error.message)
}

describe('signing in', () => {
  beforeEach(() => createFirstAccount(null, lead))

  it('knows the person by e-mail and password', async () => {
    expect(await signIn(lead)).toMatchObject({ email: lead.email, name: lead.name, sessionVersion: 0 })
  })

  it.each([
    ['a wrong password', { ...lead, password: 'wrong' }],
    ['an e-mail with U+0000', { ...lead, email: 'a\u0000b' }],
    ['a password with U+0000', { ...lead, password: `${lead.password}\u0000` }],
    ['an e-mail longer than any', { ...lead, email: `${'a'.repeat(250)}@x.example` }],
    ['a password longer than any', { ...lead, password: 'a'.repeat(201) }],
    ['an e-mail that is no text', { ...lead, email: { contains: '@' } }],
    ['neither', undefined],
  ])('answers %s as a wrong password', async (_what, input) => {
    expect(await signIn(input)).toBe('unauthenticated')
  })

  it('does not take a password for the longest one that it begins with', async () => {
    const longest = 'x'.repeat(200)
    const user = { email: 'dov@callis.example', name: 'Dov', password: longest }
    await db().user.deleteMany()
    await createFirstAccount(null, user)
    expect(await signIn(user)).toMatchObject({ name: 'Dov' })
    expect(await signIn({ ...user, password: `${longest}y` })).toBe('unauthenticated')
  })

  it('says nothing of an error of ours', async () => {
    await db().$executeRaw`ALTER TABLE "RateLimit" RENAME TO "RateLimitAway"`
    try {
      expect(await signIn(lead)).toBe('internal')
    } finally {
      await db().$executeRaw`ALTER TABLE "RateLimitAway" RENAME TO "RateLimit"`
    }
  })
})

describe('where next-auth leads to', () => {
  const baseUrl = 'https://framewise.example'

  it.each([
    ['/studies', `${baseUrl}/studies`],
    [`${baseUrl}/account`, `${baseUrl}/account`],
    ['https://elsewhere.example/', baseUrl],
    ['//elsewhere.example', baseUrl],
    ['/\t/elsewhere.example', baseUrl],
    ['http://', baseUrl],
  ])('%j is %s', async (url, address) => {
    expect(await (await authOptions()).callbacks?.redirect?.({ url, baseUrl })).toBe(address)
  })
})

describe('the door of next-auth', () => {
  const post = (body: BodyInit, type: string) => {
    const headers = { 'content-type': type }
    const init = { method: 'POST', headers, body, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) }
    return POST(new Request(authAddress('callback/credentials'), init), context('callback', 'credentials'))
  }
  const form = 'application/x-www-form-urlencoded'

  it('refuses a body over 16 KiB, announced or not', async () => {
    const large = `email=${'a'.repeat(16 * 1024)}`
    const answers = [await post(large, form), await post(new Blob([large]).stream(), form)]
    for (const response of answers) {
      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({ error: { code: 'too_large' } })
    }
  })

  it.each(['{"email": [}', '[]', 'null', '{"email": {}}', '{"callbackUrl": 7}'])(
    'refuses the JSON %s',
    async (body) => {
      const response = await post(body, 'application/json')
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ error: { code: 'invalid' } })
    },
  )

  it.each(['signin', 'signout', 'error', 'verify-request'])('leads from its page %s to ours', async (page) => {
    const response = await GET(new Request(authAddress(`${page}?error=x`)), context(page))
    expect({ status: response.status, to: response.headers.get('location') }).toEqual({ status: 303, to: '/sign-in' })
  })

  it.each(['callback', '_log', 'unknown'])('has nothing to read at %s', async (what) => {
    expect((await GET(new Request(authAddress(what)), context(what))).status).toBe(404)
  })
})
