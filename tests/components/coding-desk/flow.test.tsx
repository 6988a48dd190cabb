import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { row, uuid, value } from './coding-view'
import { marks, openDesk, saved, select, server, withDesk } from './open-desk'

withDesk()

const article = 'Marrin met the crew. The crew thanked Marrin. 40 people heard marrin speak.'
const allowing = { round: { title: 'Main round', allows: { prefill: false, markAll: true } } }
const hero = row(uuid(20), value('hero', 0, 6, { attributes: { target: 'Marrin', voice: 'author' } }))

/** Chooses the one annotation at the beginning of the text. */
async function chooseFirst(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /^Hero.*Marrin/ }))
}

describe('other places with the same words', () => {
  test('are proposed one by one, and what is accepted is marked as proposed', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article, rows: [hero], ...allowing })
    await chooseFirst(user)
    await user.keyboard('{Alt>}y{/Alt}')
    expect(await screen.findByText('Place 1 of 2 with the same words: code it as Hero?')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Skip' }))
    expect(screen.getByText('Place 2 of 2 with the same words: code it as Hero?')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Code this place' }))
    expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull()
    await saved()
    const made = [...server.rows.values()].filter(({ id }) => id !== uuid(20))
    expect(made).toMatchObject([
      {
        value: {
          code: 'hero',
          segments: [{ start: 62, end: 68 }],
          attributes: { target: 'Marrin' },
          touched: [],
          origin: 'suggestion',
        },
      },
    ])
  })

  test('are not offered where the round does not allow it', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article, rows: [hero] })
    await chooseFirst(user)
    await user.keyboard('{Alt>}y{/Alt}')
    expect(screen.queryByRole('button', { name: 'Code this place' })).toBeNull()
  })
})

describe('a question to the lead', () => {
  test('is about the selected words, stays when it does not arrive, and is then among the coder’s own', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article })
    await select('thanked')
    await user.keyboard('q')
    const dialog = await screen.findByRole('dialog', { name: 'Ask the lead' })
    expect(within(dialog).getByText('thanked')).toBeTruthy()
    await user.type(within(dialog).getByLabelText('Your question'), 'Is thanking praise?')
    server.fault = 'unreachable'
    await user.click(within(dialog).getByRole('button', { name: 'Send question' }))
    expect(await within(dialog).findByRole('alert')).toBeTruthy()
    server.fault = null
    await user.click(within(dialog).getByRole('button', { name: 'Send question' }))
    expect(await screen.findByText('Is thanking praise?')).toBeTruthy()
    expect(screen.getByText('No answer yet')).toBeTruthy()
  })

  test.each(['Control', 'Meta'])('is sent with %s+Enter, once, and not before something is written', async (mod) => {
    const user = userEvent.setup()
    await openDesk({ text: article })
    await select('thanked')
    await user.keyboard('q')
    const dialog = await screen.findByRole('dialog', { name: 'Ask the lead' })
    await user.click(within(dialog).getByLabelText('Your question'))
    await user.keyboard(`{${mod}>}{Enter}{/${mod}}`)
    expect(screen.getByRole('dialog', { name: 'Ask the lead' })).toBeTruthy()
    await user.keyboard(`Praise?{${mod}>}{Enter}{Enter}{/${mod}}`)
    expect(await screen.findByText('No answer yet')).toBeTruthy()
    expect(screen.getAllByText('Praise?')).toHaveLength(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('shows the answer of the lead', async () => {
    const asked = { id: uuid(40), start: 0, end: 6, question: 'Who is it?', askedAt: '2026-01-01T00:00:00Z' }
    const questions = [{ ...asked, answer: 'The harbour master.', answeredAt: '2026-01-02T00:00:00Z' }]
    await openDesk({ text: article, questions })
    expect(await screen.findByText('The harbour master.')).toBeTruthy()
  })
})

describe('an article that is not eligible', () => {
  test('is marked with a reason and can be taken back until the lead has confirmed it', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article })
    await user.keyboard('/')
    await user.keyboard('not eligible{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Not eligible for coding?' })
    await user.type(within(dialog).getByLabelText('Reason'), 'An advertisement')
    await user.click(within(dialog).getByRole('button', { name: 'Mark as not eligible' }))
    expect(await screen.findByText(/The lead has not decided yet/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    await waitFor(() => expect(screen.queryByText(/The lead has not decided yet/)).toBeNull())
  })

  test('that the lead confirmed can only be read', async () => {
    await openDesk({ text: article, ineligible: { reason: 'An advertisement', confirmed: true } })
    expect(screen.getByText(/The lead confirmed/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Submit coding' })).toBeNull()
  })
})

describe('before submitting', () => {
  test.each(['submit', 'finish'])('the palette finds the way there by “%s”', async (word) => {
    const user = userEvent.setup()
    await openDesk({ text: article, rows: [hero] })
    await user.keyboard('/')
    await user.keyboard(`${word}{Enter}`)
    expect(await screen.findByRole('dialog', { name: 'Submit this coding?' })).toBeTruthy()
    expect(screen.getByText('You made 1 annotation in this article.')).toBeTruthy()
  })

  test('the palette offers no way there when the coding is submitted', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article, state: 'submitted' })
    await user.keyboard('/')
    await user.keyboard('submit')
    expect(screen.queryByRole('option', { name: /Submit coding/ })).toBeNull()
    await user.keyboard('{Escape}')
  })

  test('numbers coded as neither sourced nor unsourced are shown, and hold nothing up', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article, rows: [hero] })
    await user.click(screen.getByRole('button', { name: 'Submit coding' }))
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('1 number is coded as neither sourced nor unsourced')).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: 'Submit coding' })).toBeTruthy()
    await user.click(within(dialog).getByText('1 number is coded as neither sourced nor unsourced'))
    await user.click(within(dialog).getByRole('button', { name: '40' }))
    await waitFor(() => expect(document.getSelection()?.toString()).toBe('40'))
    expect(marks().length).toBeGreaterThan(0)
  })
})

test('a submitted coding can be reopened with a reason', async () => {
  const user = userEvent.setup()
  await openDesk({ text: article, state: 'submitted', reopenable: true })
  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  const dialog = await screen.findByRole('dialog', { name: 'Reopen this coding?' })
  expect(within(dialog).getByLabelText('Reason')).toHaveProperty('required', true)
})
