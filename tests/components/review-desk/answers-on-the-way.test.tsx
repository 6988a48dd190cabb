import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { annotation, clusterView, reading } from '../../support/cluster-view'
import { uuid } from '../coding-desk/coding-view'
import { openReview, rejectAll, withReviewDesk } from './open-review'

withReviewDesk()

const omission = clusterView({
  ...{ id: uuid(110), inputKey: uuid(111), types: ['D1'] },
  readings: [reading('A', [annotation(30, 'hero', 22, 34)]), reading('B')],
})
const boundary = clusterView({ id: uuid(120), inputKey: uuid(121), types: ['D2a'] })

const heading = () => document.querySelector('[data-place="heading"]')?.textContent ?? ''

describe('answers that are lost or late', () => {
  test('a decision is taken back once, though the answer to the first try was lost', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission])
    await rejectAll(user)
    await waitFor(() => expect(heading()).toContain('Omission'))
    server.fault = 'lost'
    await user.keyboard('{Control>}z{/Control}')
    await screen.findAllByText(/The server cannot be reached/)
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heading()).toContain('Code conflict'))
    expect(screen.getByText('Decision taken back.')).toBeTruthy()
    expect(server.decisions.map(({ outcome }) => outcome)).toEqual(['reject_all', 'withdraw'])
  })

  test('of two clusters that were asked for in a row the last one stays on the desk', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission, boundary])
    let arrive = () => {}
    server.waits.set(omission.id, new Promise((resolve) => (arrive = resolve)))
    await user.keyboard(']')
    await user.click(screen.getByRole('link', { name: /^D2a/ }))
    await waitFor(() => expect(heading()).toContain('Boundary'))
    arrive()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(heading()).toContain('Boundary')
  })

  test('a decision that is taken back leaves another cluster on the desk that was asked for meanwhile', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission, boundary])
    await rejectAll(user)
    await waitFor(() => expect(heading()).toContain('Omission'))
    let arrive = () => {}
    server.waits.set(uuid(100), new Promise((resolve) => (arrive = resolve)))
    await user.keyboard('{Control>}z{/Control}')
    await user.click(screen.getByRole('link', { name: /^D2a/ }))
    await waitFor(() => expect(heading()).toContain('Boundary'))
    arrive()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(heading()).toContain('Boundary')
    expect(server.decisions.map(({ outcome }) => outcome)).toEqual(['reject_all', 'withdraw'])
    await user.keyboard('[[')
    await waitFor(() => expect(heading()).toContain('Omission'))
    await user.keyboard('[[')
    await waitFor(() => expect(heading()).toContain('Code conflict'))
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Reason/).value).toBe('Wrong.')
  })
})
