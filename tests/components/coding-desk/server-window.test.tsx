import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openDesk, withDesk } from './open-desk'

withDesk()

jest.mock('@/components/coding-desk/dialogs/server-windows', () => {
  throw new Error('Failed to load chunk')
})

test('a window that did not arrive from the server says so, and that nothing is lost', async () => {
  const user = userEvent.setup()
  await openDesk({ state: 'submitted', reopenable: true })
  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  const dialog = await screen.findByRole('dialog', { name: 'This needs the server' })
  expect(dialog.textContent).toContain('Everything you did is kept in this browser')
  expect(within(dialog).getByRole('button', { name: 'Load the page again' })).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})
