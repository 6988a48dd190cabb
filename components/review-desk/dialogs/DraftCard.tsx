import { causes, outcomeNames } from '../../words/review'
import { memberKey } from '../compare/members'
import { DecidedGoldList } from '../history/DecidedGoldList'
import { decideInput } from '../state/decide-input'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { history: texts } = deskTexts

/** What the reviewer was about to decide, as decisions are shown. */
export function DraftCard({ review }: { review: Review }) {
  const { view, draft, members, slice } = review
  const input = decideInput(view, draft, view.id, slice)
  if (!input) return null
  const taken = members.filter((member) => draft.taken.includes(memberKey(member)))
  const accepted = taken.map(({ annotation: { code, segments, compared } }) => ({
    ...{ code, segments: [...segments], attributes: { ...compared }, note: '', unsure: false, touched: [] },
  }))
  const values = input.outcome === 'accept' ? accepted : input.annotations
  const gold = {
    annotations: values.map((value) => ({ value, coders: [] })),
    ...{ value: input.value, values: [], eligibility: input.eligibility },
  }
  const names = input.outcome === 'accept' ? taken.map(({ name }) => name).join(', ') : ''
  return (
    <article className="grid gap-1 border-accent border-s-2 ps-3 text-sm">
      <p>
        <strong className="font-semibold">
          {outcomeNames[input.outcome]} {names}
        </strong>
      </p>
      {input.cause && (
        <p>
          <span className="text-muted">{texts.cause}:</span> {causes[input.cause].name}
        </p>
      )}
      {input.rationale && (
        <p dir="auto" className="whitespace-pre-wrap">
          {input.rationale}
        </p>
      )}
      {input.outcome !== 'keep_both' && <DecidedGoldList review={review} decision={{ gold, outcome: input.outcome }} />}
    </article>
  )
}
