import { v7 as newId } from 'uuid'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { arrives, type Person, press, signsIn } from './people'
import { clusterOf, confirms, decidesAll, leavesTheRest, queueOf, send, sendsBack, studyOf } from './reviewed-sample'

/** The closed loop: the lead opens the round, coders see decisions with reasons and answer, and the reviewer hears them. */

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

async function opensRound(lead: Person, study: string): Promise<void> {
  await lead.page.goto(`${study}/settings`)
  await lead.page.getByText('Closed to its coders').waitFor()
  await press(lead, 'Open to coders')
  await press(lead, 'Open anyway')
  await lead.page.getByText('Open to its coders since').waitFor()
}

async function endsWell(...people: Person[]): Promise<void> {
  for (const person of people) {
    person.complaints.expectNone()
    await person.close()
  }
}

const rationale = 'Rule B2 wants a deed, and a ferry that runs is none.'

it('goes from the decision to the coder, and back to the reviewer', async () => {
  const [lead, ana, chi] = [await signedIn('lead'), await signedIn('ana'), await signedIn('chi')]
  const study = await studyOf(lead)
  await decidesAll(lead, study, 'D0009', rationale)
  const disputed = (await queueOf(lead, study, 'document=D0009&state=decided&kind=spans')).entries.at(0)
  if (!disputed) throw new Error('The sample study has changed.')

  await ana.page.goto(`${study}/outcomes`)
  await ana.page.getByText('Nothing is open to you yet').waitFor()
  await chi.page.goto(`${study}/outcomes`)
  await opensRound(lead, study)

  // The page follows by itself; Chi, who has texts left to submit, learns nothing.
  await ana.page.getByRole('heading', { name: 'Decided', exact: true }).waitFor()
  await ana.page.getByRole('heading', { name: 'Where my coding differs most' }).waitFor()
  expect(await violations(ana.page)).toEqual([])
  await chi.page.reload()
  await chi.page.getByText('Nothing is open to you yet').waitFor()

  await press(ana, /Crossing times at Tarn/)
  await ana.page.getByText('Every passage is decided.').waitFor()
  const passage = ana.page.locator(`#cluster-${disputed.id}`)
  await passage.getByText(rationale).waitFor()
  await passage.getByText('Mine (', { exact: false }).waitFor()
  expect(await violations(ana.page)).toEqual([])

  await lead.page.goto(`${study}/review/${disputed.document.id}?cluster=${disputed.id}`)
  await lead.page.getByLabel('Comment').waitFor()
  await passage.getByText('Discuss this').click()
  const field = passage.getByLabel('Comment')
  await field.fill('But they work without rest, ')
  await field.press('End')
  await field.pressSequentially('@le')
  await passage.getByRole('option', { name: 'Lead' }).waitFor()
  await field.press('Enter')
  await passage.getByRole('button', { name: 'Send' }).click()
  await passage.getByText('But they work without rest,').waitFor()
  const saidAt = Date.now()
  await lead.page.getByText('But they work without rest,').waitFor()
  process.stdout.write(`The reviewer saw the answer ${Date.now() - saidAt} ms after the coder did.\n`)
  expect(await lead.page.getByText(/^Coder [A-C]$/).count()).toBeGreaterThan(0)
  expect(await violations(ana.page)).toEqual([])

  await lead.page.goto(study)
  await lead.page.getByRole('heading', { name: 'Mentions of me' }).waitFor()
  await endsWell(lead, ana, chi)
}, 240_000)

it('shows the reviewer what coders want, and their consensus, as they say it', async () => {
  const people = { lead: await signedIn('lead'), ana: await signedIn('ana'), ben: await signedIn('ben') }
  const { lead, ana, ben } = people
  const chi = await signedIn('chi')
  const study = await studyOf(lead)
  await confirms(lead, study, await leavesTheRest(chi, study))
  const [disputed] = (await queueOf(lead, study, 'document=D0001&kind=spans')).entries
  if (!disputed) throw new Error('The sample study has changed.')
  const address = `${study}/outcomes/${disputed.document.id}`
  const { inputKey, readings } = await clusterOf(lead, study, disputed.id)
  const wanted = readings[0]?.letter ?? ''

  await lead.page.goto(`${study}/review/${disputed.document.id}?cluster=${disputed.id}`)
  await lead.page.getByText(/No consensus yet: 0 of 3/).waitFor()
  await ana.page.goto(address)
  const passage = ana.page.locator(`#cluster-${disputed.id}`)
  await passage.getByText('Discuss this').click()
  await passage.getByRole('button', { name: new RegExp(`^(Keep mine \\(${wanted}\\)|Accept ${wanted})(:|$)`) }).click()
  await lead.page.getByText(/No consensus yet: 1 of 3/).waitFor()
  for (const coder of [ben, chi]) {
    await coder.page.goto(study)
    const stance = { id: newId(), inputKey, reading: wanted }
    await send(coder, 'POST', `${study}/clusters/${disputed.id}/stances`, stance)
  }
  await lead.page.getByText(`Consensus: all coders want reading ${wanted}.`).waitFor()
  await passage.getByText(`Consensus: all coders want reading ${wanted}.`).waitFor()
  await endsWell(lead, ana, ben, chi)
}, 240_000)

it('sends a passage back to its coders as a task, with the way to the own coding', async () => {
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }
  const [lead, ana] = [await signedIn('lead'), await signedIn('ana', phone)]
  const study = await studyOf(lead)
  await ana.page.goto(`${study}/outcomes`)
  await ana.page.getByRole('heading', { name: 'Outcomes' }).waitFor()
  const [disputed] = (await queueOf(lead, study, 'document=D0002')).entries
  await sendsBack(lead, study, disputed?.id ?? '', 'Read rule B2 again, please.')
  await ana.page.getByText('Read rule B2 again, please.').waitFor()
  await ana.page.getByRole('link', { name: /Outcomes \(1 passage sent back to you\)/ }).waitFor()
  expect(await violations(ana.page)).toEqual([])
  const overflow = await ana.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await press(ana, /^Open my coding/)
  await ana.page.waitForURL('**/codings/*')
  await ana.page
    .getByRole('button', { name: /Reopen/ })
    .first()
    .waitFor()
  await endsWell(lead, ana)
}, 240_000)

it('lists an issue of the codebook that was flagged on a passage, until it is resolved', async () => {
  const lead = await signedIn('lead')
  const study = await studyOf(lead)
  const [disputed] = (await queueOf(lead, study, 'document=D0003&kind=spans')).entries
  const issue = { id: newId(), code: disputed?.codes[0], cause: 'rule_gap', text: 'Is a promise a deed?' }
  await send(lead, 'POST', `${study}/issues`, { ...issue, clusterIds: [disputed?.id] })
  await lead.page.goto(`${study}/review/issues`)
  await lead.page.getByText('Is a promise a deed?').waitFor()
  await lead.page.getByText('1 passage', { exact: true }).click()
  expect(await violations(lead.page)).toEqual([])
  await lead.page.getByLabel('What was done about it').fill('Rule B3 of version 1.1.0 says it.')
  await press(lead, 'Resolve')
  await lead.page.getByRole('heading', { name: 'Resolved' }).waitFor()
  await lead.page.getByText('1 passage', { exact: true }).click()
  await press(lead, /Upriver mills/)
  await lead.page.waitForURL(`**/review/${disputed?.document.id}?cluster=${disputed?.id}`)
  await endsWell(lead)
}, 240_000)

it('shows gold in the text of a document, with where each piece comes from', async () => {
  const lead = await signedIn('lead')
  const study = await studyOf(lead)
  const [decided] = (await queueOf(lead, study, 'document=D0009&state=decided&kind=spans')).entries
  await lead.page.goto(`${study}/documents/${decided?.document.id}`)
  await press(lead, /^Show gold \(\d+ annotations?\)/)
  await lead.page.getByText('Everything is decided: gold is complete.').waitFor()
  await lead.page.getByText(rationale).first().waitFor()
  expect(await lead.page.locator('.marked-text mark').count()).toBeGreaterThan(0)
  expect(await violations(lead.page)).toEqual([])
  await endsWell(lead)
}, 240_000)
