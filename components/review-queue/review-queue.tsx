import type { Codebook } from '@/lib/coding/codebook'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { ButtonLink } from '../ui/button-link'
import { EmptyState } from '../ui/empty-state'
import type { FormAction } from '../ui/form'
import { PageHeader } from '../ui/page-header'
import { issues } from '../words/issues'
import { queue as words } from '../words/review'
import { AssignForm } from './assign-form'
import { ClusterList } from './cluster-list'
import { type QueueFilters, queuePath, reviewDeskPath } from './filters'
import { OneStepPanel, ToSteps } from './one-step'
import { QueueChoices } from './queue-choices'
import { QueueFacts } from './queue-facts'
import { QueueStates } from './queue-states'
import { QueueTypes } from './queue-types'

interface ReviewQueueProps {
  studyId: string
  filters: QueueFilters
  queue: ReviewQueue
  codebook: Codebook
  /** Whether this is a further page of the list. */
  isFurther: boolean
  decide: FormAction<{ decisions: number }>
  takeBack: FormAction<{ decisions: number }>
  assign: FormAction<{ documents: number }>
}

/** Leads to the hardest of what is to be decided: the first of the list, unless that shows what is decided. */
function ReviewNext({ studyId, filters, queue, isFurther }: Omit<ReviewQueueProps, 'codebook'>) {
  const [first] = queue.entries
  if (!first || isFurther || filters.state === 'decided' || filters.state === 'all' || queue.left === 0) return null
  return (
    <ButtonLink
      kind="primary"
      title={words.nextHint}
      href={reviewDeskPath(studyId, { id: first.id, documentId: first.document.id }, filters)}
    >
      {words.next}
    </ButtonLink>
  )
}

function isFiltered({ round: _, ...others }: QueueFilters): boolean {
  return Object.keys(others).length > 0
}

/** Where there is nothing to list: why, and what comes next. */
function Nothing({ studyId, filters, queue }: Pick<ReviewQueueProps, 'studyId' | 'filters' | 'queue'>) {
  if (queue.computing) return <EmptyState title={words.comparing}>{words.comparingNext}</EmptyState>
  if (isFiltered(filters)) {
    const reset = (
      <ButtonLink href={queuePath(studyId, filters.round ? { round: filters.round } : {})}>{words.reset}</ButtonLink>
    )
    return (
      <EmptyState title={words.noneFiltered} action={reset}>
        {words.noneFilteredNext}
      </EmptyState>
    )
  }
  if (queue.documents.reviewable > 0 && queue.left === 0) {
    const next = (
      <div className="flex flex-wrap gap-4">
        <ButtonLink kind="primary" href={`/studies/${studyId}/exports`}>
          {words.toExports}
        </ButtonLink>
        <ButtonLink href={`/studies/${studyId}/documents`}>{words.toDocuments}</ButtonLink>
      </div>
    )
    return (
      <EmptyState title={words.finished} action={next}>
        {words.finishedNext}
      </EmptyState>
    )
  }
  if (queue.documents.reviewable > 0) return <EmptyState title={words.onlyAgreed}>{words.onlyAgreedNext}</EmptyState>
  return <EmptyState title={words.none}>{words.noneNext}</EmptyState>
}

/** What the list can be narrowed by. */
function Filters({ studyId, filters, queue }: Pick<ReviewQueueProps, 'studyId' | 'filters' | 'queue'>) {
  return (
    <div className="grid content-start gap-6">
      <QueueTypes {...{ studyId, filters, queue }} />
      <QueueChoices {...{ studyId, filters, queue }} />
      {isFiltered(filters) && (
        <p>
          <ButtonLink kind="quiet" href={queuePath(studyId, filters.round ? { round: filters.round } : {})}>
            {words.reset}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

/** The queue of the review: how much is left, what there is, and the way to the next one. */
export function ReviewQueuePage(props: ReviewQueueProps) {
  const { studyId, filters, queue, codebook, isFurther, decide, takeBack, assign } = props
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <ButtonLink kind="quiet" href={`/studies/${studyId}/review/issues`}>
              {issues.allOpen(queue.openIssues)}
            </ButtonLink>
            <ReviewNext {...props} />
          </>
        }
      >
        <span className="text-ink">
          {queue.computing && queue.left === 0
            ? words.leftWhileComparing
            : words.left(queue.left - queue.inOneStep.unanimous, queue.inOneStep.unanimous)}
        </span>
        {isFiltered(filters) && `, ${words.leftOf(queue.total)}`}. {words.lead}
      </PageHeader>
      <QueueFacts queue={queue} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <details className="lg:hidden">
          <summary className="min-h-11 content-center font-semibold">{words.filters}</summary>
          <Filters {...{ studyId, filters, queue }} />
        </details>
        <div className="hidden lg:block">
          <Filters {...{ studyId, filters, queue }} />
        </div>
        <div className="min-w-0">
          <QueueStates {...{ studyId, filters, queue }} />
          {queue.may.decide && queue.entries.length > 0 && <ToSteps />}
          {queue.entries.length === 0 ? (
            <Nothing {...{ studyId, filters, queue }} />
          ) : (
            <ClusterList {...{ studyId, filters, queue, codebook, isFurther }} />
          )}
          {queue.may.manage && queue.total > 0 && <AssignForm {...{ studyId, filters, queue, assign }} />}
          {queue.may.decide && (
            <OneStepPanel isFiltered={isFiltered(filters)} {...{ studyId, queue, decide, takeBack }} />
          )}
        </div>
      </div>
    </>
  )
}
