import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { ComputationState } from '@/components/agreement-report/computation-state'
import { KeepShown } from '@/components/agreement-report/keep-shown'

const computation = {
  ...{ id: 'c1', progress: 0.42, doing: 'Comparing document 420 of 1,000' },
  ...{ startedAt: '2026-03-01T09:30:15.000Z', error: null },
}

function show(answer: Parameters<typeof ComputationState>[0]['answer']) {
  const done = { cancelled: 0, begun: 0, refreshed: 0 }
  const count = (what: keyof typeof done) => () => {
    done[what] += 1
  }
  const ignore = () => undefined
  const router = {
    refresh: count('refreshed'),
    push: ignore,
    replace: ignore,
    prefetch: ignore,
    back: ignore,
    forward: ignore,
  }
  const asAction = (what: keyof typeof done) => async () => count(what)()
  render(
    <AppRouterContext.Provider value={router as never}>
      <ComputationState answer={answer} cancel={asAction('cancelled')} startAgain={asAction('begun')} />
    </AppRouterContext.Provider>,
  )
  return done
}

describe('a report that is being computed', () => {
  const running = { state: 'running', computation } as const

  it('says how far it is and what is being done', () => {
    show(running)
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.42)
    expect(screen.getByRole('status').textContent).toContain('Comparing document 420 of 1,000 · 42 %')
  })

  it('can be cancelled', async () => {
    const done = show(running)
    await userEvent.click(screen.getByRole('button', { name: 'Cancel computation' }))
    expect(done.cancelled).toBe(1)
  })

  it('is looked at again at least every two seconds', async () => {
    jest.useFakeTimers()
    const done = show(running)
    jest.advanceTimersByTime(6000)
    expect(done.refreshed).toBeGreaterThanOrEqual(3)
    jest.useRealTimers()
  })
})

describe('a report that was not computed', () => {
  it('says why it failed, at once, and can be started again', async () => {
    const done = show({ state: 'failed', computation: { ...computation, error: 'The computing thread ended.' } })
    expect(screen.getByRole('alert').textContent).toContain('The computing thread ended.')
    await userEvent.click(screen.getByRole('button', { name: 'Start again' }))
    expect(done.begun).toBe(1)
  })

  it('says that it was cancelled and is not looked at again', () => {
    jest.useFakeTimers()
    const done = show({ state: 'cancelled', computation })
    expect(screen.getByText('The computation was cancelled')).toBeTruthy()
    jest.advanceTimersByTime(6000)
    expect(done.refreshed).toBe(0)
    jest.useRealTimers()
  })
})

describe('a report that is computed anew while it is open', () => {
  const page = (isDone: boolean) => (
    <KeepShown
      report={isDone ? <textarea aria-label="Paragraph" /> : null}
      waiting={isDone ? null : <p>being computed</p>}
      outdated="Below is the report as it was before."
    />
  )

  it('stays on the page with what is being written in it', async () => {
    const { rerender } = render(page(true))
    await userEvent.type(screen.getByLabelText('Paragraph'), 'Three coders')
    rerender(page(false))
    expect(screen.getByText('being computed')).toBeTruthy()
    expect(screen.getByText('Below is the report as it was before.')).toBeTruthy()
    rerender(page(true))
    expect(screen.getByLabelText<HTMLTextAreaElement>('Paragraph').value).toBe('Three coders')
    expect(screen.queryByText('being computed')).toBeNull()
  })

  it('is not spoken of where there was none before', () => {
    render(page(false))
    expect(screen.getByText('being computed')).toBeTruthy()
    expect(screen.queryByText('Below is the report as it was before.')).toBeNull()
  })
})
