import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openDesk, select, text, withDesk } from './open-desk'

withDesk()

const said = () => screen.getByText('Select words first.')
const isSeen = () => !said().closest('[role=status]')?.classList.contains('sr-only')

/** Has the desk explain why nothing happened. */
async function explained() {
  const user = userEvent.setup()
  await openDesk()
  act(() => text().focus())
  await user.keyboard('h')
  expect(isSeen()).toBe(true)
  return { user, before: said() }
}

describe('what explains why nothing happened', () => {
  test('goes when words are selected, and is not read out again', async () => {
    const { before } = await explained()
    await select('quay')
    expect(isSeen()).toBe(false)
    expect(said()).toBe(before)
  })

  test('goes with Esc, and is not read out again', async () => {
    const { user, before } = await explained()
    await user.keyboard('{Escape}')
    expect(isSeen()).toBe(false)
    expect(said()).toBe(before)
  })

  test('goes with the next command that has nothing to say', async () => {
    const { user } = await explained()
    await user.keyboard('{F1}')
    expect(isSeen()).toBe(false)
  })

  test('stays when the next command explains the same', async () => {
    const { user } = await explained()
    await user.keyboard('v')
    expect(isSeen()).toBe(true)
  })
})
