import { randomUUID } from 'node:crypto'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { arrives, type Person, press, signsIn } from './people'

/** A coder asks, holds a text not eligible and submits another; the lead answers, confirms and reopens. */

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

async function signedIn(name: string, look: Parameters<TestBrowser['visit']>[1] = {}): Promise<Person> {
  const person = await arrives(browser, server.address, name, look)
  const account = (await server.sampleAccounts()).find(({ email }) => email.startsWith(name))
  await signsIn(person, account ?? { email: '', password: '' })
  return person
}

/** Sends what the desk sends. */
async function sends(person: Person, method: 'POST' | 'PUT', path: string, data: unknown): Promise<void> {
  const headers = { origin: server.address }
  const response = await person.page.request.fetch(`/api/codings/${path}`, { method, data, headers })
  expect(response.status()).toBe(200)
}

interface OwnCoding {
  id: string
  state: string
  document: { id: string; title: string }
}

async function codingsOf(person: Person): Promise<{ study: string; codings: OwnCoding[] }> {
  const { studies } = await (await person.page.request.get('/api/studies')).json()
  const study = `/studies/${studies[0].id}`
  return { study, codings: (await (await person.page.request.get(`/api${study}/codings?coder=me`)).json()).codings }
}

const question = 'Is “the harbour master” a character of its own here?'
const rule = 'An office that acts is a character, also without a name.'

it('goes from the coder to the lead and back', async () => {
  const [lead, coder] = [await signedIn('lead'), await signedIn('chi')]
  const { study, codings } = await codingsOf(coder)
  const [toDo, second] = codings.filter(({ state }) => state === 'assigned' || state === 'open')
  const done = codings.find(({ state }) => state === 'submitted')
  if (!toDo || !second || !done) throw new Error('The sample study has changed.')
  await sends(coder, 'PUT', `${toDo.id}/questions/${randomUUID()}`, { start: 10, end: 40, question })
  await sends(coder, 'PUT', `${second.id}/eligibility`, { eligible: false, reason: 'It is an advert.' })

  await lead.page.goto(study)
  await press(lead, /^Questions/)
  await lead.page.getByText(question).waitFor()
  expect(await violations(lead.page)).toEqual([])
  await lead.page.getByRole('textbox', { name: 'Answer' }).fill(rule)
  await lead.page.getByLabel(/^Make it a rule/).check()
  await press(lead, 'Send the answer')
  await lead.page.getByText('A rule in version').waitFor()
  await press(lead, 'See the codebook')
  await lead.page.getByText('There is a draft of version').waitFor()

  await lead.page.goto(study)
  await lead.page.getByText('It is an advert.').waitFor()
  expect(await violations(lead.page)).toEqual([])
  await press(lead, `Confirm: ${second.document.title}`)
  await lead.page.getByText('Confirmed', { exact: true }).waitFor()

  await lead.page.goto(`${study}/documents/${done.document.id}`)
  const entry = lead.page.getByRole('listitem').filter({ hasText: 'Chi' })
  await entry.getByText('Reopen').first().click()
  await entry.getByLabel('Reason').fill('A name was misread.')
  expect(await violations(lead.page)).toEqual([])
  await press(lead, 'Reopen for the coder')
  await entry.getByText('Reopened: A name was misread.').waitFor()

  await coder.page.goto(study)
  await coder.page.getByRole('row', { name: /Not eligible/ }).waitFor()
  await coder.page.getByRole('row', { name: /reopened/ }).waitFor()
  expect(await violations(coder.page)).toEqual([])
  const view = await (await coder.page.request.get(`/api/codings/${toDo.id}`)).json()
  expect(view.questions).toMatchObject([{ question, answer: rule }])
  for (const person of [lead, coder]) {
    person.complaints.expectNone()
    await person.close()
  }
}, 180_000)
