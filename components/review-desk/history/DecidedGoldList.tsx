import type { AttributeValue } from '@/lib/coding/annotation'
import type { DecisionView } from '@/lib/coding/review/review-view'
import { shortQuote } from '../../coding-desk/annotations/desk-annotations'
import { CodeName } from '../../coding-desk/codes/CodeName'
import { answerText } from '../../coding-desk/questions/answer-text'
import { questionOf } from '../decide/possible-outcomes'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { history: texts, details } = deskTexts

interface DecidedGoldListProps {
  review: Pick<Review, 'view' | 'writing'>
  decision: Pick<DecisionView, 'gold' | 'outcome'>
}

function Annotations({ review, decision }: DecidedGoldListProps) {
  const { writing } = review
  return (
    <ul className="grid gap-1">
      {decision.gold.annotations.map(({ value, reading }, index) => {
        const code = writing.codes.get(value.code)
        const words = value.segments.map((segment) => writing.positions.slice(segment)).join(' … ')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a decision never changes, and gold has no id of its own
          <li key={index} className="flex flex-wrap items-baseline gap-x-2">
            {reading && <span className="reading-letter">{reading}</span>}
            {code ? <CodeName code={code} /> : value.code}
            <q dir="auto" className="min-w-0 font-serif text-muted">
              {shortQuote(words, 60)}
            </q>
          </li>
        )
      })}
    </ul>
  )
}

/** What a decision made gold. */
export function DecidedGoldList({ review, decision }: DecidedGoldListProps) {
  const { gold, outcome } = decision
  if (outcome === 'send_back' || outcome === 'withdraw') return null
  if (gold.annotations.length > 0) return <Annotations review={review} decision={decision} />
  const attribute = questionOf(review.view)?.attribute
  const words = (value: AttributeValue) => (attribute ? answerText(attribute, value) : String(value))
  const answers = [...(gold.value === null ? [] : [gold.value]), ...gold.values].map(words)
  if (answers.length > 0) return <p dir="auto">{answers.join(' / ')}</p>
  if (gold.eligibility) return <p>{details.verdicts[gold.eligibility]}</p>
  return <p className="text-muted">{texts.nothing}</p>
}
