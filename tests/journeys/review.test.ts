import type { Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import type { CodingView } from '@/lib/coding/coding-view'
import type { ClusterView, ReviewQueue } from '@/lib/coding/review/review-view'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { tabTo } from './hands'
import { arrives, type Person, signsIn } from './people'
import { clusterOf, queueOf, send, studyOf } from './reviewed-sample'

/** The sample study is reviewed: from codings to gold, by two reviewers at once, and again where coding changes. */

let browser: TestBrowser
let server: TestServer
let lead: Person
let study: string

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer({ sample: true })
  lead = await signedIn('lead')
  study = await studyOf(lead)
}, 180_000)

afterAll(async () => {
  await lead?.close()
  await browser?.close()
  await server?.close()
})

async function signedIn(name: string, look: Parameters<TestBrowser['visit']>[1] = {}): Promise<Person> {
  const person = await arrives(browser, server.address, name, look)
  const account = (await server.sampleAccounts()).find(({ email }) => email.startsWith(name))
  await signsIn(person, account ?? { email: '', password: '' })
  return person
}

const shownId = (page: Page) => new URL(page.url()).searchParams.get('cluster')
const heading = (page: Page) => page.locator('[data-place="heading"]').first()

/** The first cluster of the queue under these filters, on the desk. */
async function opens(person: Person, filters: string, index = 0): Promise<ClusterView> {
  const { entries } = await queueOf(person, study, filters)
  const entry = entries[index]
  if (!entry) throw new Error(`The queue has no cluster ${index} under ${filters}.`)
  await person.page.goto(`${study}/review/${entry.document.id}?cluster=${entry.id}&${filters}`)
  await person.page.locator('.desk-text').waitFor()
  await heading(person.page).focus()
  return clusterOf(person, study, entry.id)
}

/** Waits until another cluster is on the desk, or none. @returns its id, or null at the end of the queue */
async function nextAfter(page: Page, id: string | null): Promise<string | null> {
  const end = page.getByRole('heading', { name: /^Nothing is left/ })
  const isOther = (before: string | null) =>
    new URL(location.href).searchParams.get('cluster') !== before || document.querySelector('.review-middle') === null
  await page.waitForFunction(isOther, id)
  return (await end.count()) > 0 ? null : shownId(page)
}

/** Decides what is on the desk with these keys; every cluster here has a cause to name, and gets a reason. */
async function decides(page: Page, keys: readonly string[], reason: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await page.locator('[data-place="cause"] input').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.activeElement?.closest('[data-place="cause"]'))
  await page.keyboard.press('2')
  await page.waitForFunction(() => document.activeElement?.closest('[data-place="rationale"]'))
  await page.keyboard.type(reason)
  await page.keyboard.press('Enter')
}

const decisionOf = async (id: string) => (await clusterOf(lead, study, id)).decision

it('says neither, both, and something new, by keyboard alone', async () => {
  const { page } = lead
  const [conflict] = [await opens(lead, 'type=D3')]
  expect(await violations(page)).toEqual([])
  await decides(page, ['4'], 'Neither: nobody is framed.')
  const second = await nextAfter(page, conflict.id)
  expect(await decisionOf(conflict.id)).toMatchObject({
    ...{ outcome: 'reject_all', cause: 'rule_misread', rationale: 'Neither: nobody is framed.' },
    gold: { annotations: [] },
  })

  await page.waitForFunction(() => document.activeElement?.getAttribute('data-place') === 'heading')
  await decides(page, ['5'], 'Both are right.')
  const third = await nextAfter(page, second)
  const both = await decisionOf(second ?? '')
  expect(both).toMatchObject({ outcome: 'keep_both' })
  expect(new Set(both?.gold.annotations.map(({ reading }) => reading)).size).toBeGreaterThan(1)

  await page.waitForFunction(() => document.activeElement?.getAttribute('data-place') === 'heading')
  await page.keyboard.press('3')
  await page.waitForFunction(() => document.activeElement?.matches('.desk-text'))
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.getByText('Code the selected words:').waitFor()
  await page.keyboard.press('x')
  await page.locator('.desk-text mark.coded.code-victim').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Dockers')
  await page.keyboard.press('Control+Enter')
  await page.waitForFunction(() => document.activeElement?.closest('[data-place="cause"]'))
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('3')
  await page.keyboard.type('The first word alone.')
  await page.keyboard.press('Enter')
  await nextAfter(page, third)
  const { start } = await clusterOf(lead, study, third ?? '')
  expect(await decisionOf(third ?? '')).toMatchObject({
    outcome: 'write_new',
    gold: { annotations: [{ value: { code: 'victim', segments: [{ start }], attributes: { target: 'Dockers' } } }] },
  })
}, 120_000)

it('takes the last decision back with a key, and goes on with what it was made from', async () => {
  const { page } = lead
  const { id } = await opens(lead, 'type=D5')
  await decides(page, ['4'], 'Too quick.')
  await nextAfter(page, id)
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-place') === 'heading')
  await page.keyboard.press('Control+z')
  await page.waitForFunction((was) => new URL(location.href).searchParams.get('cluster') === was, id)
  expect(await page.getByLabel(/^Reason/).inputValue()).toBe('Too quick.')
  expect(await decisionOf(id)).toBeNull()
}, 60_000)

describe('two reviewers at once', () => {
  let other: Person

  beforeAll(async () => {
    other = await signedIn('reviewer')
  }, 60_000)

  afterAll(() => other?.close())

  it('see within a second what the other decided', async () => {
    const { id } = await opens(lead, 'type=D4')
    await opens(other, 'type=D4')
    expect(shownId(other.page)).toBe(id)
    await other.page.keyboard.press('5')
    await decides(lead.page, ['4'], 'Nobody.')
    await nextAfter(lead.page, id)
    const begun = Date.now()
    await other.page.getByText('Lead decided this meanwhile: all rejected.').waitFor()
    expect(Date.now() - begun).toBeLessThan(5_000)
    expect(await violations(other.page)).toEqual([])
  }, 60_000)

  it('are asked whose decision stands where one did not hear of the other: nothing is overwritten', async () => {
    await other.page.route('**/changes', (route) => route.abort())
    const { id } = await opens(lead, 'type=D4')
    await opens(other, 'type=D4')
    await decides(lead.page, ['4'], 'Nobody.')
    await nextAfter(lead.page, id)
    const first = await decisionOf(id)
    await decides(other.page, ['5'], 'Both.')
    const dialog = other.page.getByRole('dialog', { name: 'Somebody decided first' })
    await dialog.getByText('Decided by Lead').waitFor()
    await dialog.getByText('Both.').waitFor()
    expect(await violations(other.page)).toEqual([])
    expect((await decisionOf(id))?.id).toBe(first?.id)
    await tabTo(other.page, dialog.getByRole('button', { name: 'Put mine in its place' }))
    await other.page.keyboard.press('Enter')
    await nextAfter(other.page, id)
    const { decision, history } = await clusterOf(lead, study, id)
    expect(decision).toMatchObject({ outcome: 'keep_both', supersedes: first?.id, by: 'Reviewer' })
    expect(history.map(({ outcome }) => outcome)).toContain('reject_all')
    other.complaints.list.splice(0)
  }, 60_000)
})

it('comes back to a decision when what was coded changes', async () => {
  const { page } = lead
  const cluster = await opens(lead, 'document=D0001&type=D2b')
  await decides(page, ['4'], 'No frame.')
  await nextAfter(page, cluster.id)
  await changesEveryCoding(cluster)
  const { entries } = await queueOf(lead, study, 'document=D0001&state=stale')
  expect(entries.map(({ id }) => id)).toContain(cluster.id)
  await page.goto(`${study}/review?document=${cluster.document.id}&state=stale`)
  await page.getByText('Changed since').first().waitFor()
  await page.goto(`${study}/review/${cluster.document.id}?cluster=${cluster.id}&state=stale`)
  await page.getByText(/changed since this was decided/).waitFor()
  expect(await violations(page)).toEqual([])
  await heading(page).focus()
  await decides(page, ['4'], 'Still no frame.')
  await nextAfter(page, cluster.id)
  expect(await clusterOf(lead, study, cluster.id)).toMatchObject({
    ...{ state: 'decided', decision: { rationale: 'Still no frame.' } },
  })
}, 120_000)

/** Each coder of the cluster reopens the text, says of the own annotation there that it is unsure and new, and submits. */
async function changesEveryCoding({ document, start, end }: ClusterView): Promise<void> {
  for (const name of ['ana', 'ben', 'chi']) {
    const coder = await signedIn(name)
    const { codings } = await (await coder.page.request.get(`/api${study}/codings?coder=me`)).json()
    const own = codings.find((coding: { document: { id: string } }) => coding.document.id === document.id)
    const { codingId } = (await send(coder, 'POST', `/codings/${own.id}/reopen`, { reason: 'Read again.' })) as {
      codingId: string
    }
    const view: CodingView = await (await coder.page.request.get(`/api/codings/${codingId}`)).json()
    const changes = view.rows.flatMap((row) => {
      if (row.kind !== 'annotation' || row.deleted) return []
      const [segment] = row.value.segments
      if (!segment || segment.start >= end || segment.end <= start) return []
      const value = { ...row.value, attributes: { ...row.value.attributes, target: `${name}’s other name` } }
      if (!('target' in row.value.attributes)) return []
      return [{ mutationId: newId(), op: 'put', kind: 'annotation', id: row.id, baseVersion: row.version, value }]
    })
    if (changes.length > 0) await send(coder, 'POST', `/codings/${codingId}/changes`, { changes })
    await send(coder, 'POST', `/codings/${codingId}/submit`, {})
    await coder.close()
  }
}

it('takes the whole sample study to gold by keyboard alone', async () => {
  const { page } = lead
  await page.goto(`${study}/review`)
  expect(await violations(page)).toEqual([])
  await tabTo(page, page.getByRole('button', { name: /^Accept \d+ unanimous/ }))
  await page.keyboard.press('Enter')
  await page.getByText(/^Unanimous: \d+ decisions/).waitFor()
  await tabTo(page, page.getByText('Decide by rule'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: /^Decide \d+ by this rule/ }).last())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Switch on and decide' }))
  await page.keyboard.press('Enter')
  await page.getByText(/^Same code and target.*: \d+ decisions/).waitFor()

  await page.keyboard.press('Control+Home')
  await tabTo(page, page.getByRole('link', { name: 'Review next' }))
  await page.keyboard.press('Enter')
  await page.locator('.desk-text').waitFor()
  await heading(page).focus()
  let id = shownId(page)
  let decided = 0
  const ways = [['a'], ['5'], ['4'], ['b']]
  while (id !== null) {
    const { kind } = await clusterOf(lead, study, id)
    await decides(page, kind === 'eligibility' ? ['a'] : (ways[decided % ways.length] ?? ['4']), 'By the rule.')
    id = await nextAfter(page, id)
    decided += 1
    if (id !== null) await page.waitForFunction(() => document.activeElement?.getAttribute('data-place') === 'heading')
  }
  expect(decided).toBeGreaterThan(50)
  await page.getByRole('heading', { name: /^Nothing is left/ }).waitFor()
  expect(await violations(page)).toEqual([])
  const { left, counts }: ReviewQueue = await queueOf(lead, study, 'state=all')
  expect({ left, states: Object.keys(counts.states) }).toEqual({ left: 0, states: ['decided'] })
  lead.complaints.expectNone()
}, 900_000)

it('fits a phone and a tablet, in dark colours too', async () => {
  const looks = [
    { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
    { viewport: { width: 820, height: 1180 }, colorScheme: 'light', hasTouch: true },
  ] as const
  for (const look of looks) {
    const person = await signedIn('lead', look)
    const { page } = person
    await page.goto(`${study}/review?state=all`)
    await page.getByRole('list', { name: /Clusters of disagreement/ }).waitFor()
    expect(await violations(page)).toEqual([])
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await wide()).toBeLessThanOrEqual(0)
    await opens(person, 'state=all')
    for (const outcome of ['Accept', 'Merge', 'Write new']) {
      const button = page.getByRole('group', { name: 'Outcome' }).getByRole('button', { name: outcome })
      if (await button.isDisabled()) continue
      await button.click()
      expect([outcome, await violations(page)]).toEqual([outcome, []])
      expect(await wide()).toBeLessThanOrEqual(0)
      const change = page.getByRole('button', { name: 'Another outcome' })
      if (await change.isVisible()) await change.click()
    }
    person.complaints.expectNone()
    await person.close()
  }
}, 120_000)
