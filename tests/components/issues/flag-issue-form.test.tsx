import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { FlagIssueForm } from '@/components/issues/FlagIssueForm'
import { answer } from '../discussion/discussion-server'

const codes = [
  { key: 'hero', label: 'Hero' },
  { key: 'villain', label: 'Villain' },
]

test('an issue is flagged once, however often it has to be sent', async () => {
  const sent: { id: string }[] = []
  globalThis.fetch = (async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    if (sent.length === 1) throw new TypeError('The network is gone.')
    return answer({ issueId: sent[0]?.id })
  }) as typeof fetch
  render(<FlagIssueForm studyId="s1" codes={codes} cause="rule_gap" clusterIds={['c1', 'c2']} />)
  await userEvent.selectOptions(screen.getByLabelText('About the code'), 'Villain')
  await userEvent.type(screen.getByLabelText('What is unclear'), 'Is a promise a deed?')
  await userEvent.click(screen.getByRole('button', { name: 'Flag as an issue' }))
  await screen.findByText(/cannot be reached/)
  await userEvent.click(screen.getByRole('button', { name: 'Flag as an issue' }))
  expect(await screen.findByText('Flagged.')).not.toBeNull()
  const issue = { code: 'villain', cause: 'rule_gap', text: 'Is a promise a deed?', clusterIds: ['c1', 'c2'] }
  expect(sent).toMatchObject([issue, issue])
  expect(sent[0]?.id).toBe(sent[1]?.id)
})
