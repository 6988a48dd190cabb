import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { SentBackList } from '@/components/outcomes/SentBackList'
import type { SentBackTask } from '@/lib/coding/review/outcome-view'
import { answer } from '../discussion/discussion-server'

afterEach(cleanup)

const task: SentBackTask = {
  ...{ clusterId: 'k1', document: { id: 'd1', number: 7, title: 'The ferry' }, quote: 'the mayor', codingId: 'c1' },
  ...{ reason: 'Read rule B2 again.', at: '2026-11-29T12:00:00.000Z', isDone: false },
}

function open(tasks: SentBackTask[]) {
  const visited: string[] = []
  const sent: unknown[] = []
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    sent.push([path, JSON.parse(String(init.body))])
    return answer({ codingId: 'c2' })
  }) as typeof fetch
  const router = { push: (path: string) => visited.push(path), prefetch: () => undefined }
  render(
    <AppRouterContext.Provider value={router as never}>
      <SentBackList studyId="s1" tasks={tasks} />
    </AppRouterContext.Provider>,
  )
  return { visited, sent }
}

describe('a passage that was sent back', () => {
  test('is reopened with the reason of the reviewer, by its title and no number', async () => {
    const { visited, sent } = open([task])
    expect(screen.getByRole('listitem').textContent).toMatch(/^The ferry“the mayor”Reason: Read rule B2 again\./)
    await userEvent.click(screen.getByRole('button', { name: /^Reopen with this reason.*The ferry$/ }))
    expect(sent).toEqual([['/api/codings/c1/reopen', { reason: 'Read rule B2 again.' }]])
    await waitFor(() => expect(visited).toEqual(['/studies/s1/codings/c2']))
  })

  test('offers no reopening once it was submitted again', () => {
    open([{ ...task, isDone: true }])
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('link', { name: /Open my coding/ })).not.toBeNull()
  })
})
