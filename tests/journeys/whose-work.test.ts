import { readCoding, untilSaved } from './desk'
import { type Desk, expectAccessible, FaultStudy, figure, hero, note, says, takesUp } from './fault-study'
import { accountOf, arrives, invitesCoder, joins, type Person, press, signsIn } from './people'
import { atTheSameMoment } from './same-moment'

/**
 * Two versions of one annotation, and two people at one browser: the coder says which version stands, and the work stays
 * with whoever did it.
 */

let study: FaultStudy
let bea: Person

beforeAll(async () => {
  study = await FaultStudy.begin()
  bea = await arrives(study.browser, study.server.address, 'Bea')
  await joins(bea, await invitesCoder(study.ana, study.studyId))
}, 180_000)

afterAll(async () => {
  await bea?.close()
  await study?.end()
})

describe('two tabs change the same of one annotation', () => {
  let tabs: [Desk, Desk]

  /** Writes two notes on it at the same moment while the server is away. @returns what each tab calls its own */
  async function writesTwice(notes: [string, string]): Promise<void> {
    for (const tab of tabs) await takesUp(tab, 4)
    await study.server.kill('SIGKILL')
    const pages = tabs.map(({ page }) => page)
    await atTheSameMoment(pages, async () => {
      for (const [index, tab] of tabs.entries()) {
        await tab.page.bringToFront()
        await note(tab).fill(notes[index] ?? '')
        await tab.page.locator('[data-save]:not([data-save=saved])').waitFor()
      }
    })
    await study.server.restart()
    for (const tab of tabs) {
      await untilSaved(tab.page)
      await tab.page.getByRole('button', { name: '1 conflict' }).waitFor()
    }
  }

  const storedNote = async () => {
    const [row] = (await readCoding(tabs[0].page)).rows
    return row?.kind === 'annotation' ? row.value.note : undefined
  }

  beforeAll(async () => {
    tabs = [await study.opens(4), await study.opens(4)]
    await hero(tabs[0], 4, 'Sela Marrin')
    for (const { page } of tabs) {
      await page.locator('mark[data-annotation]').first().waitFor()
      await untilSaved(page)
    }
  }, 60_000)

  afterAll(async () => {
    for (const { page } of tabs) await page.close()
  })

  it.each([
    ['Take the other version', ['The quay', 'The boats'], 'theirs'],
    ['Keep mine', ['The harbour', 'The guild'], 'mine'],
  ] as const)(
    'and one chooses: %s',
    async (choice, notes, version) => {
      await writesTwice([...notes])
      const [tab] = tabs
      const stands = (await storedNote()) ?? ''
      expect(notes).toContain(stands)
      await tab.page.bringToFront()
      await tab.page.getByRole('button', { name: '1 conflict' }).click()
      const dialog = tab.page.getByRole('dialog', { name: 'Changed in two tabs' })
      for (const written of notes) await dialog.getByText(written, { exact: true }).waitFor()
      await expectAccessible(tab)
      await dialog.getByRole('button', { name: choice }).click()
      await dialog.waitFor({ state: 'detached' })
      for (const { page } of tabs) await page.getByRole('button', { name: '1 conflict' }).waitFor({ state: 'detached' })
      for (const { page } of tabs) await untilSaved(page)
      const chosen = version === 'mine' ? stands : notes.find((written) => written !== stands)
      for (const one of tabs)
        await study.expectDone(one, { live: [{ n: 4, code: 'hero', target: 'Sela Marrin', note: chosen ?? '' }] })
      for (const one of tabs) expect(await note(one).inputValue()).toBe(chosen)
    },
    90_000,
  )
})

it('the session ends while somebody types, another person signs in at that browser, and then the right one', async () => {
  const desk = await study.opens(5)
  await hero(desk, 4, 'Sela Marrin')
  await untilSaved(desk.page)
  const elsewhere = await study.atAnotherMachine()
  await elsewhere.page.goto('/account')
  await takesUp(desk, 4)
  await note(desk).focus()
  await desk.page.keyboard.type('Saved the quay ')
  await press(elsewhere, 'End all sessions')
  await elsewhere.page.waitForURL('**/sign-in')
  await desk.page.keyboard.type('and the boats')
  await figure(desk, 8)
  await says(desk, /Signed out · \d changes? kept here/)
  await expectAccessible(desk)

  await desk.page.getByRole('button', { name: 'Sign in again' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Your session has ended' })
  const signsInHere = async ({ email, password }: { email: string; password: string }) => {
    await dialog.getByLabel('E-mail').fill(email)
    await dialog.getByLabel('Password').fill(password)
    await dialog.getByRole('button', { name: 'Sign in and go on' }).click()
  }
  await signsInHere(accountOf(bea))
  await dialog.getByText('This is another person’s account.').waitFor()
  await expectAccessible(desk)
  // Nothing of it was sent by that person, and nothing was given up.
  await says(desk, /Signed out · \d changes? kept here/)
  expect(await desk.page.getByText('not accepted').count()).toBe(0)

  await signsInHere(accountOf(study.ana))
  await dialog.waitFor({ state: 'detached' })
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'hero', target: 'Sela Marrin', note: 'Saved the quay and the boats' },
      { n: 8, code: 'unsourced_figure' },
    ],
  })
  await elsewhere.close()
  await desk.page.close()
}, 120_000)

it('somebody else signs in in another tab of the browser while work waits', async () => {
  const laptop = await study.atAnotherMachine()
  const desk = await study.opens(6, laptop)
  await laptop.context.clearCookies()
  await figure(desk, 4)
  await says(desk, 'Signed out · 1 change kept here')
  await signsIn(laptop, accountOf(bea))
  await desk.page.bringToFront()
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await hero(desk, 8, 'Sela Marrin')
  await says(desk, /Signed out · \d changes kept here/)
  expect(await desk.page.getByText('not accepted').count()).toBe(0)
  await laptop.context.clearCookies()
  await signsIn(laptop, accountOf(study.ana))
  await desk.page.bringToFront()
  await desk.page.getByRole('button', { name: 'Try now' }).click()
  await untilSaved(desk.page)
  expect(await desk.page.getByText('not accepted').count()).toBe(0)
  await study.expectDone(desk, {
    live: [
      { n: 4, code: 'unsourced_figure' },
      { n: 8, code: 'hero', target: 'Sela Marrin' },
    ],
  })
  await laptop.close()
}, 120_000)

it('afterwards the database itself has every row once, in every version once', () => study.expectOnDisk(3), 60_000)
