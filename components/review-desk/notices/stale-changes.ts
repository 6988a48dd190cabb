import type { ClusterView } from '@/lib/coding/review/review-view'
import { shortQuote } from '../../coding-desk/annotations/desk-annotations'
import { sameValue } from '../../coding-desk/annotations/same-value'
import { membersOf } from '../compare/members'
import { deskTexts } from '../texts/desk-texts'

const { notice: texts } = deskTexts

type Slice = (span: { start: number; end: number }) => string
type GoldAnnotation = NonNullable<ClusterView['decision']>['gold']['annotations'][number]

/** Whether some reading still has what was made gold, word for word. */
function stillSaid(view: ClusterView, { value }: GoldAnnotation): boolean {
  return membersOf(view.readings).some(
    ({ annotation }) =>
      annotation.code === value.code &&
      sameValue(annotation.segments, value.segments) &&
      sameValue(annotation.compared, value.attributes),
  )
}

/**
 * What changed since the decision on a stale cluster, as far as its record tells: who submitted again, and what of its
 * gold nobody says any more.
 */
export function staleChanges(view: ClusterView, slice: Slice): string[] {
  const { decision, readings, codebook } = view
  if (!decision) return []
  const again = readings.filter(({ revision }) => revision > 0).map(({ letter }) => letter)
  const labelOf = (key: string) => codebook.codes.find((code) => code.key === key)?.label ?? key
  const gone = decision.outcome === 'accept' ? decision.gold.annotations.filter((one) => !stillSaid(view, one)) : []
  return [
    ...(again.length > 0 ? [texts.newReadings(again.join(', '))] : []),
    ...gone.map(({ value }) =>
      texts.goneGold(labelOf(value.code), shortQuote(value.segments.map(slice).join(' … '), 60)),
    ),
  ]
}
