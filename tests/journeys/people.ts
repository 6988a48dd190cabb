import type { Locator, Page } from 'playwright-core'
import type { TestBrowser, Visitor } from '../support/browser'

/** What people do in the browser, in their own words. Every press of a button or link is counted. */
export interface Person extends Visitor {
  name: string
  /** How often this person clicked. */
  clicks: number
}

const password = 'four plain words here'
const emailOf = (name: string) => `${name.toLowerCase()}@callis.example`

/** What somebody who made an account here signs in with. */
export const accountOf = ({ name }: Pick<Person, 'name'>) => ({ email: emailOf(name), password })

export async function arrives(
  browser: TestBrowser,
  address: string,
  name: string,
  look: Parameters<TestBrowser['visit']>[1] = {},
): Promise<Person> {
  const visitor = await browser.visit(address, look)
  visitor.page.setDefaultTimeout(20_000)
  return { ...visitor, name, clicks: 0 }
}

/** Waits until the page's script has taken over the element: a person is never quick enough to be there before. */
async function untilLive(target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  await target.evaluate(async (element) => {
    while (!Object.keys(element).some((key) => key.startsWith('__reactProps'))) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
}

/** Clicks a button or link by its name, when it is there. */
export async function press(person: Person, name: string | RegExp): Promise<void> {
  const target = person.page.getByRole('button', { name }).or(person.page.getByRole('link', { name })).first()
  await untilLive(target)
  await target.click()
  person.clicks += 1
}

async function fillAccount(page: Page, name: string): Promise<void> {
  await untilLive(page.getByLabel('Name', { exact: true }))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill(emailOf(name))
  await page.getByLabel('Password').fill(password)
}

/** The first visitor of an empty server makes the lead's account and comes to the form of a new study. */
export async function createsFirstAccount(lead: Person): Promise<void> {
  await lead.page.goto('/')
  await fillAccount(lead.page, lead.name)
  await press(lead, 'Create account')
  await lead.page.waitForURL('**/studies/new')
}

/** @returns the study's id */
export async function createsStudy(lead: Person, title: string): Promise<string> {
  await untilLive(lead.page.getByLabel('Title'))
  await lead.page.getByLabel('Title').fill(title)
  await press(lead, 'Create study')
  await lead.page.waitForURL(/\/studies\/[0-9a-f-]{36}$/)
  return lead.page.url().split('/').at(-1) ?? ''
}

export interface TextFile {
  name: string
  text: string
}

export async function importsFiles(lead: Person, files: TextFile[]): Promise<void> {
  await press(lead, 'Import documents')
  const chosen = files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))
  await untilLive(lead.page.locator('input[type=file]'))
  await lead.page.locator('input[type=file]').setInputFiles(chosen)
  await press(lead, /^Import \d+ documents?$/)
  await lead.page.waitForURL(/\/studies\/[0-9a-f-]{36}$/)
}

/** @returns the address of the invitation, as it is shown */
export async function invitesCoder(lead: Person, studyId: string): Promise<string> {
  if (!lead.page.url().endsWith('/members')) await press(lead, 'Members')
  await lead.page.waitForURL(`**/studies/${studyId}/members`)
  const link = lead.page.getByLabel('Invitation link')
  const before = (await link.count()) > 0 ? await link.inputValue() : ''
  await press(lead, 'Create invitation link')
  await lead.page.waitForFunction(
    (old) =>
      [...document.querySelectorAll('input')].some(
        (input) => input.value.includes('/invitations/') && input.value !== old,
      ),
    before,
  )
  return link.inputValue()
}

export async function joins(coder: Person, invitation: string): Promise<void> {
  await coder.page.goto(invitation)
  await fillAccount(coder.page, coder.name)
  await press(coder, 'Create account and join')
  await coder.page.waitForURL(/\/studies\/[0-9a-f-]{36}$/)
}

export async function startsCoding(coder: Person): Promise<void> {
  await press(coder, 'Start coding')
  await coder.page.waitForURL('**/codings/*')
  await coder.page.locator('.ProseMirror').waitFor()
}

export async function signsIn(person: Person, account: { email: string; password: string }): Promise<void> {
  await person.page.goto('/sign-in')
  await untilLive(person.page.getByLabel('E-mail'))
  await person.page.getByLabel('E-mail').fill(account.email)
  await person.page.getByLabel('Password').fill(account.password)
  await press(person, 'Sign in')
  await person.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
