import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { arrives, type Person, signsIn } from './people'

/** Every screen of the sample study: it opens, without complaints, accessible, and no wider than its window. */

let browser: TestBrowser
let server: TestServer

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer({ sample: true })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function signedIn(name: string, look: Parameters<TestBrowser['visit']>[1]): Promise<Person> {
  const person = await arrives(browser, server.address, name, look)
  const account = (await server.sampleAccounts()).find(({ email }) => email.startsWith(name))
  await signsIn(person, account ?? { email: '', password: '' })
  return person
}

async function addressesFor(person: Person): Promise<string[]> {
  const { studies } = await (await person.page.request.get('/api/studies')).json()
  const study = `/studies/${studies[0].id}`
  if (person.name === 'ana') {
    const { codings } = await (await person.page.request.get(`/api${study}/codings?coder=me`)).json()
    return ['/studies', study, `${study}/codebook`, `${study}/outcomes`, `${study}/codings/${codings[0].id}`]
  }
  const { documents } = await (await person.page.request.get(`/api${study}/documents`)).json()
  const parts = ['documents', `documents/${documents[0].id}`, 'documents/import', 'codebook', 'codebook/draft']
  const more = [
    'members',
    'entities',
    'settings',
    'agreement',
    'agreement?unit=token',
    'questions',
    'exports',
    'review',
    'review/issues',
  ]
  return [
    '/studies',
    '/studies/new',
    '/account',
    '/calculator',
    study,
    ...[...parts, ...more].map((part) => `${study}/${part}`),
  ]
}

const looks = [
  ['a desktop in light colours', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['a phone in dark colours', { viewport: { width: 390, height: 800 }, colorScheme: 'dark' }],
] as const

describe.each(looks)('on %s', (_, look) => {
  it.each(['lead', 'ana'])(
    'every screen of %s opens, is accessible and fits',
    async (name) => {
      const person = await signedIn(name, look)
      const found: Record<string, unknown> = {}
      for (const address of await addressesFor(person)) {
        await person.page.goto(address)
        await person.page.locator('h1, .ProseMirror').first().waitFor()
        const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        const problems = await violations(person.page)
        if (problems.length > 0 || overflow > 0) found[address] = { problems, overflow }
      }
      expect(found).toEqual({})
      person.complaints.expectNone()
      await person.close()
    },
    180_000,
  )
})
