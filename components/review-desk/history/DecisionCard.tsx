import type { DecisionView } from '@/lib/coding/review/review-view'
import { causes, methodNames, outcomeNames } from '../../words/review'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { DecidedGoldList } from './DecidedGoldList'
import { moment } from './moment'

const { history: texts } = deskTexts

interface DecisionCardProps {
  review: Pick<Review, 'view' | 'writing'>
  decision: DecisionView
  /** How it stands, where that is said. */
  standing?: string
}

function Circumstances({ decision }: { decision: DecisionView }) {
  const { method, participants, byCodedDocument, namesHidden, batchId } = decision
  const said = [
    method === 'arbiter' ? '' : methodNames[method],
    participants.length > 0 ? texts.participants(participants.join(', ')) : '',
    batchId === null ? '' : texts.batch,
    byCodedDocument ? texts.codedToo : '',
    namesHidden ? texts.namesHidden : '',
  ].filter(Boolean)
  return said.length === 0 ? null : <p className="text-muted">{said.join(' · ')}</p>
}

/** One decision: what became gold, why, by whom and when. */
export function DecisionCard({ review, decision, standing }: DecisionCardProps) {
  const { outcome, cause, rationale, by, decidedAt, accepted } = decision
  const letters = [...new Set(accepted.map(({ reading }) => reading))].join(', ')
  return (
    <article className="grid gap-1 border-line border-s-2 ps-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="font-semibold">
          {outcomeNames[outcome]}
          {letters && outcome === 'accept' && ` ${letters}`}
        </strong>
        {standing && <span className="text-muted">{standing}</span>}
      </p>
      <p className="text-muted">
        {texts.by(by, '')}
        <time dateTime={decidedAt}>{moment(decidedAt)}</time>
      </p>
      {cause && (
        <p>
          <span className="text-muted">{texts.cause}:</span> {causes[cause].name}
        </p>
      )}
      {rationale && (
        <p dir="auto" className="whitespace-pre-wrap">
          {rationale}
        </p>
      )}
      <DecidedGoldList review={review} decision={decision} />
      <Circumstances decision={decision} />
    </article>
  )
}
