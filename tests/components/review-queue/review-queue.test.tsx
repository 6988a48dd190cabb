import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { QueueFilters } from '@/components/review-queue/filters'
import { ReviewQueuePage } from '@/components/review-queue/review-queue'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { clusterView, reviewQueue } from '../../support/cluster-view'
import { codebook, uuid } from '../coding-desk/coding-view'

const sent: Record<string, FormDataEntryValue[]>[] = []

/** Stands where the server action is. */
function keeps<Result>(result: Result) {
  return async (_: unknown, form: FormData) => {
    sent.push(Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)])))
    return { result }
  }
}

beforeEach(() => {
  sent.length = 0
})
afterEach(cleanup)

function open(queue: ReviewQueue, filters: QueueFilters = {}) {
  const router = { push: () => undefined, refresh: () => undefined }
  render(
    <AppRouterContext.Provider value={router as never}>
      <ReviewQueuePage
        studyId="S"
        filters={filters}
        queue={queue}
        codebook={codebook}
        isFurther={false}
        decide={keeps({ decisions: 3 })}
        takeBack={keeps({ decisions: 3 })}
        assign={keeps({ documents: 2 })}
      />
    </AppRouterContext.Provider>,
  )
}

const two = [clusterView(), clusterView({ id: uuid(110), types: ['D1'], state: 'stale' })]

describe('the queue of the review', () => {
  test('says why the agreement report can count otherwise, where there is something to count', () => {
    open(reviewQueue(two))
    const reasons = screen.getByText('Why the agreement report can count otherwise').closest('details')
    expect(reasons?.querySelectorAll('li')).toHaveLength(4)
    cleanup()
    open(reviewQueue([], { documents: { reviewable: 0, waiting: 1, all: 1 } }))
    expect(screen.queryByText('Why the agreement report can count otherwise')).toBeNull()
  })

  test('leads to the issues of the codebook, and says how many are open', () => {
    open(reviewQueue(two, { openIssues: 2 }))
    const link = screen.getByRole('link', { name: 'All codebook issues (2 open)' })
    expect(link.getAttribute('href')).toBe('/studies/S/review/issues')
  })

  test('says how much is left, and leads to the hardest one', () => {
    open(reviewQueue(two, { left: 5, inOneStep: { unanimous: 3, trivial: 0, half: 0 } }))
    expect(screen.getByText('2 disagreements left to decide, 3 unanimous clusters to accept')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Review next' }).getAttribute('href')).toBe(
      `/studies/S/review/${uuid(3)}?cluster=${uuid(100)}`,
    )
  })

  test('lists clusters with their words, text, codes, types and state', () => {
    open(reviewQueue(two))
    const [first, second] = within(screen.getByRole('list', { name: /Clusters of disagreement/ })).getAllByRole(
      'listitem',
    )
    expect(first?.textContent).toBe('Marrin holds the quayHeroVillain4. Marrin holds the quayD3Code conflict')
    expect(second?.textContent).toContain('D1Omission')
    expect(second?.textContent).toContain('Changed since')
  })

  test('narrows to a type with one press, and keeps the other filters', () => {
    open(reviewQueue(two, { counts: { types: { D3: 1, agreed: 4 }, states: {}, codes: {}, causes: {} } }), {
      code: 'hero',
    })
    const [shown] = screen.getAllByRole('navigation', { name: 'Type' })
    const types = within(shown ?? document.body)
    expect(types.getByRole('link', { name: /Code conflict.*1/ }).getAttribute('href')).toBe(
      '/studies/S/review?type=D3&code=hero',
    )
    expect(types.getByRole('link', { name: /Agreed.*4/ })).toBeTruthy()
    expect(types.queryByRole('link', { name: /Omission/ })).toBeNull()
  })

  test('accepts all unanimous ones in one step', async () => {
    const user = userEvent.setup()
    open(reviewQueue(two, { inOneStep: { unanimous: 3, trivial: 2, half: 0 } }))
    await user.click(screen.getByRole('button', { name: 'Accept 3 unanimous ones' }))
    await waitFor(() => expect(sent).toMatchObject([{ studyId: ['S'], roundId: [uuid(70)], step: ['unanimous'] }]))
  })

  test('says under a filter that a step is about all texts, and leads to the steps', () => {
    open(reviewQueue(two, { inOneStep: { unanimous: 3, trivial: 2, half: 0 } }), { code: 'hero' })
    expect(screen.getByRole('button', { name: 'Accept 3 unanimous ones in all texts' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Decide 2 by this rule in all texts', hidden: true })).toBeTruthy()
    const [, target] =
      screen.getByRole('link', { name: 'Decide many in one step' }).getAttribute('href')?.split('#') ?? []
    const steps = document.getElementById(target ?? '')
    expect(steps?.textContent).toContain('In one step')
  })

  test('decides by a rule only once it is switched on, with its wording in sight', async () => {
    const user = userEvent.setup()
    open(reviewQueue(two, { inOneStep: { unanimous: 0, trivial: 2, half: 0 } }))
    await user.click(screen.getByText('Decide by rule'))
    await user.click(screen.getByRole('button', { name: 'Decide 2 by this rule' }))
    expect(sent).toEqual([])
    const dialog = within(screen.getByRole('alertdialog', { name: 'Decide 2 clusters by rule?' }))
    expect(dialog.getByText(/the longest of the stretches/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Switch on and decide' }))
    await waitFor(() => expect(sent).toMatchObject([{ step: ['trivial'] }]))
  })

  test('takes a whole step back', async () => {
    const user = userEvent.setup()
    const step = {
      method: 'unanimous' as const,
      rule: 'unanimous',
      decisions: 3,
      at: '2026-11-29T09:30:00.000Z',
      by: 'Lea',
    }
    open(reviewQueue(two, { batches: [{ id: uuid(300), ...step }] }))
    expect(screen.getByText('Unanimous: 3 decisions, 29 Nov, 09:30 UTC, Lea')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Take back: Unanimous/ }))
    await waitFor(() => expect(sent).toMatchObject([{ batchId: [uuid(300)] }]))
  })

  test('shares out what the filters leave', async () => {
    const user = userEvent.setup()
    const reviewers = [
      { id: uuid(401), name: 'Lea' },
      { id: uuid(402), name: 'Kim' },
    ]
    open(reviewQueue(two, { reviewers, may: { decide: true, manage: true } }), { type: 'D3' })
    await user.click(screen.getByText('Assign'))
    await user.click(screen.getByRole('checkbox', { name: 'Kim' }))
    await user.click(screen.getByRole('button', { name: 'Share out' }))
    await waitFor(() => expect(sent).toMatchObject([{ 'assignees[]': [uuid(402)], type: ['D3'], roundId: [uuid(70)] }]))
    expect(await screen.findByText('2 texts shared out')).toBeTruthy()
  })

  test('takes assignments away only when asked to assign to nobody', async () => {
    const user = userEvent.setup()
    const reviewers = [{ id: uuid(402), name: 'Kim' }]
    open(reviewQueue(two, { reviewers, may: { decide: true, manage: true } }), { type: 'D3' })
    await user.click(screen.getByText('Assign'))
    await user.click(screen.getByRole('button', { name: 'Share out' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Choose somebody.')
    expect(sent).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: 'Kim' }))
    await user.click(screen.getByRole('button', { name: 'Assign to nobody' }))
    expect(await screen.findByText('2 texts assigned to nobody')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(sent).toMatchObject([{ type: ['D3'], roundId: [uuid(70)] }])
    expect(sent[0]).not.toHaveProperty('assignees[]')
  })

  test('offers no steps and no shares to who may only read', () => {
    open(reviewQueue(two, { may: { decide: false, manage: false }, inOneStep: { unanimous: 3, trivial: 0, half: 0 } }))
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('says which texts wait, and how far the comparing is', () => {
    open(
      reviewQueue(two, {
        ...{ documents: { reviewable: 10, waiting: 2, all: 12 }, computing: { done: 3, of: 10 }, revised: 1 },
      }),
    )
    expect(screen.getByText(/10 of 12 texts can be reviewed. 2 texts wait/)).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('3')
    expect(screen.getByText(/1 coding was reopened/)).toBeTruthy()
  })

  test('says neither that all is decided nor that nothing is left before the texts are compared', () => {
    open(reviewQueue([], { computing: { done: 0, of: 4 }, documents: { reviewable: 4, waiting: 0, all: 4 } }))
    expect(screen.getByText('The texts are still being compared')).toBeTruthy()
    expect(screen.getByText('Nothing to decide yet')).toBeTruthy()
    expect(screen.queryByText(/Everything is decided|Nothing left to decide|No disagreement/)).toBeNull()
  })

  test.each<[string, Partial<ReviewQueue>, QueueFilters, string]>([
    ['nothing is reviewable yet', { documents: { reviewable: 0, waiting: 4, all: 4 } }, {}, 'No disagreement waits'],
    ['everything is decided', {}, {}, 'Everything is decided'],
    ['only agreement is left', { left: 3 }, {}, 'No disagreement is left'],
    ['the filters leave nothing', { left: 3 }, { code: 'hero' }, 'Nothing matches these filters'],
  ])('says what comes next where %s', (_, more, filters, said) => {
    open(reviewQueue([], more), filters)
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Review next' })).toBeNull()
  })
})
