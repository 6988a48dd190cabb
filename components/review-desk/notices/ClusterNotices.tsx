import type { ReactNode } from 'react'
import { outcomeNames } from '../../words/review'
import { DecisionCard } from '../history/DecisionCard'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { StaleNews } from './StaleNews'

const { notice: texts } = deskTexts

type Tone = 'warning' | 'accent' | 'good'

const looks: Record<Tone, string> = {
  warning: 'border-warning bg-warning-soft',
  accent: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
}

function Notice({ tone, action, children }: { tone: Tone; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={`flex flex-wrap items-start gap-x-4 gap-y-1 border-b px-4 py-2 text-sm lg:px-5 ${looks[tone]}`}>
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {action}
    </div>
  )
}

const link = 'min-h-11 shrink-0 font-semibold text-accent underline underline-offset-4 lg:min-h-7'

/** What somebody else did to this cluster since it came on the desk. */
function News({ review }: { review: Review }) {
  const { news } = review.state
  if (!news) return null
  const seen = (
    <span className="flex flex-wrap gap-x-4">
      {news.kind === 'decided' && (
        <button type="button" className={link} onClick={review.leaveAsDecided}>
          {texts.leave}
        </button>
      )}
      <button type="button" className={link} onClick={() => review.store.dispatch({ type: 'settled' })}>
        {texts.noted}
      </button>
    </span>
  )
  return (
    <Notice tone="warning" action={seen}>
      <p role="status">
        {news.kind === 'decided' && texts.newsDecided(news.decision.by, outcomeNames[news.decision.outcome])}
        {news.kind === 'withdrawn' && texts.newsWithdrawn}
        {news.kind === 'changed' && texts.newsChanged}
      </p>
      {news.kind === 'decided' && (
        // Beside the text, where there is room for it, it stands already.
        <div className="mt-1 lg:hidden">
          <DecisionCard review={review} decision={news.decision} />
        </div>
      )}
    </Notice>
  )
}

/** What is special about this cluster: that it is decided, has changed since, was sent back, or is the reader's own. */
export function ClusterNotices({ review }: { review: Review }) {
  const { view, state, canDecide } = review
  const versions = [...new Set(view.readings.map(({ codebookVersion }) => codebookVersion))]
  const withdraw = canDecide && view.decision && (
    <button type="button" className={link} onClick={() => void review.deciding.withdrawShown()}>
      {texts.withdraw}
    </button>
  )
  return (
    <div className="review-notices">
      <News review={review} />
      {view.state === 'decided' && state.news?.kind !== 'decided' && (
        <Notice tone="good" action={withdraw}>
          <p>{texts.decided}</p>
        </Notice>
      )}
      {view.state === 'stale' && (
        <Notice tone="warning">
          <p>{texts.stale}</p>
          <StaleNews review={review} />
        </Notice>
      )}
      {view.state === 'sent_back' && (
        <Notice tone="warning" action={withdraw}>
          <p>{texts.sentBack}</p>
          {view.decision?.rationale && (
            <p dir="auto" className="text-muted">
              {view.decision.rationale}
            </p>
          )}
        </Notice>
      )}
      {view.codedByReader && view.may.decide && (
        <Notice tone="warning">
          <p>{texts.codedToo}</p>
        </Notice>
      )}
      {versions.length > 1 && (
        <Notice tone="accent">
          <p>{texts.versions(versions.join(', '))}</p>
        </Notice>
      )}
    </div>
  )
}
