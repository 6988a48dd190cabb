import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { row, uuid, value } from './coding-view'
import { openDesk, text, withDesk } from './open-desk'

withDesk()

const article = 'The ferry is late. The quay is empty. A second ferry waits.'
const selected = () => document.getSelection()?.toString()

describe('finding words in the article', () => {
  test('counts the places, goes through them and round, and selects the one in hand when it is left', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article })
    await user.keyboard('{Control>}f{/Control}')
    await user.type(await screen.findByRole('searchbox'), 'FERRY')
    const status = () => screen.getByRole('form').querySelector('[role=status]')?.textContent
    expect(status()).toBe('1 of 2')
    await user.keyboard('{Enter}')
    expect(status()).toBe('2 of 2')
    await user.keyboard('{Enter}')
    expect(status()).toBe('1 of 2')
    await user.keyboard('{Shift>}{Enter}{/Shift}{Escape}')
    expect(screen.queryByRole('searchbox')).toBeNull()
    await waitFor(() => expect(selected()).toBe('ferry'))
    expect(document.activeElement).toBe(text())
  })

  test('says when the words are not there', async () => {
    const user = userEvent.setup()
    await openDesk({ text: article })
    await user.keyboard('{Control>}f{/Control}')
    await user.type(await screen.findByRole('searchbox'), 'lighthouse')
    expect(screen.getByText('Not in this article')).toBeTruthy()
  })
})

describe('the next sentence without a code', () => {
  test('is selected, and the search says when none follows', async () => {
    const user = userEvent.setup()
    await openDesk({
      text: article,
      rows: [row(uuid(20), value('figure', 4, 9)), row(uuid(21), value('figure', 40, 46))],
    })
    await user.keyboard('j')
    await waitFor(() => expect(selected()).toBe('The quay is empty.'))
    await user.keyboard('j')
    expect(await screen.findByText('No sentence without a code follows.')).toBeTruthy()
  })
})
