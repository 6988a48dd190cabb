import { pairs, type Span } from '../text/spans'
import type { AnnotationValue } from './annotation'
import type { LinkValue } from './change'
import type { Codebook } from './codebook'
import { spanCodes } from './codes'
import type { DocumentView } from './coding-view'

/** The family whose codes say of a number in the text whether it is sourced, and the relation to what sources it. */
const figureFamily = 'figure'
const sourcingRelation = 'covered_by'

/** An annotation as far as these checks look at it. */
interface CheckedAnnotation {
  id: string
  value: AnnotationValue
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/**
 * Numbers of the text, written in digits, that are coded as neither a sourced nor an unsourced figure: to look at once
 * more, since dates, ages and numbers in names need no code. None where the codebook offers no code for figures, and none
 * in boilerplate.
 * @returns spans in code points, in the order of the text
 */
export function uncodedNumbers(
  document: Pick<DocumentView, 'text' | 'tokens' | 'regions'>,
  annotations: readonly CheckedAnnotation[],
  codebook: Codebook,
): Span[] {
  const figureCodes = new Set(spanCodes(codebook).flatMap(({ key, family }) => (family === figureFamily ? [key] : [])))
  if (figureCodes.size === 0) return []
  const characters = [...document.text]
  const hasDigit = ({ start, end }: Span) => characters.slice(start, end).some((character) => /\p{Nd}/u.test(character))
  const taken = [
    ...annotations.flatMap(({ value }) => (figureCodes.has(value.code) ? value.segments : [])),
    ...document.regions.filter(({ kind }) => kind === 'boilerplate'),
  ]
  return pairs(document.tokens)
    .filter(hasDigit)
    .filter((span) => !taken.some((one) => overlaps(one, span)))
}

/**
 * Figures coded as sourced that are linked to no attribution that sources them: to look at once more, since a source may
 * stand in a note or elsewhere. None where the codebook has no such relation.
 */
export function unlinkedFigures<Annotation extends CheckedAnnotation>(
  annotations: readonly Annotation[],
  links: readonly LinkValue[],
  codebook: Codebook,
): Annotation[] {
  const relation = codebook.relations.find(({ key }) => key === sourcingRelation)
  if (!relation) return []
  const linked = new Set(links.flatMap(({ relation: key, from }) => (key === sourcingRelation ? [from] : [])))
  return annotations.filter(({ id, value }) => relation.from.includes(value.code) && !linked.has(id))
}
