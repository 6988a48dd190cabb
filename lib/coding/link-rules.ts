import type { Span } from '../text/spans'
import type { AnnotationValue } from './annotation'
import type { LinkValue } from './change'
import type { Codebook } from './codebook'
import { innermostAttributions } from './prefill'

/** An annotation that can be an end of a link; start and end are its outer extent in code points. */
export interface LinkEnd extends Span {
  id: string
  value: AnnotationValue
}

type Relation = Codebook['relations'][number]

/** One way to link an annotation: a relation, and which of its ends the annotation is. */
export interface LinkWay {
  relation: Relation
  end: 'from' | 'to'
}

export interface LinkChoice {
  way: LinkWay
  other: LinkEnd
}

const farEnd = { from: 'to', to: 'from' } as const

/** The ways in which the codebook lets annotations of this code be linked, in its order. */
export function linkWays(codebook: Codebook, code: string): LinkWay[] {
  return codebook.relations.flatMap((relation) =>
    (['from', 'to'] as const).flatMap((end) => (relation[end].includes(code) ? [{ relation, end }] : [])),
  )
}

/** The link that this way makes of the two. */
export function linkValue(way: LinkWay, own: string, other: string): LinkValue {
  const [from, to] = way.end === 'from' ? [own, other] : [other, own]
  return { relation: way.relation.key, from, to }
}

/** Whether the codebook allows this annotation at the other end, and the two are not linked by the relation yet. */
export function canLink(way: LinkWay, own: LinkEnd, other: LinkEnd, links: readonly LinkValue[]): boolean {
  if (own.id === other.id || !way.relation[farEnd[way.end]].includes(other.value.code)) return false
  const joins = ({ from, to }: LinkValue) =>
    (from === own.id && to === other.id) || (from === other.id && to === own.id)
  return !links.some((link) => link.relation === way.relation.key && joins(link))
}

function distance(one: Span, other: Span): number {
  return Math.max(0, one.start - other.end, other.start - one.end)
}

/** All that an annotation can be linked to in one way, the nearest in the text first. */
export function linkCandidates(
  way: LinkWay,
  own: LinkEnd,
  annotations: readonly LinkEnd[],
  links: readonly LinkValue[],
): LinkEnd[] {
  return annotations
    .filter((other) => canLink(way, own, other, links))
    .sort((a, b) => distance(own, a) - distance(own, b) || a.start - b.start || a.end - b.end)
}

/** Whether the relation leads to nothing but attributions: to what has a content. */
function leadsToAttributions(codebook: Codebook, { to }: Relation): boolean {
  const hasContent = (key: string) => codebook.codes.some((code) => code.key === key && code.parts.includes('content'))
  return to.length > 0 && to.every(hasContent)
}

/**
 * The links that the text suggests: to the innermost attribution in whose content the annotation lies. None for a
 * relation by which the annotation is linked already.
 */
export function suggestedLinks(
  codebook: Codebook,
  own: LinkEnd,
  annotations: readonly LinkEnd[],
  links: readonly LinkValue[],
): LinkChoice[] {
  const others = annotations.filter(({ id }) => id !== own.id)
  const enclosing = innermostAttributions(own.value.segments, others)
  const isLinked = ({ relation }: LinkWay) =>
    links.some((link) => link.relation === relation.key && link.from === own.id)
  return linkWays(codebook, own.value.code)
    .filter((way) => way.end === 'from' && leadsToAttributions(codebook, way.relation) && !isLinked(way))
    .flatMap((way) => enclosing.filter((other) => canLink(way, own, other, links)).map((other) => ({ way, other })))
}
