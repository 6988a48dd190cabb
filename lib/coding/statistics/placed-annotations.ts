import type { Span } from '../../text/spans'
import type { Code, Codebook } from '../codebook'
import { attributesOf, spanCodes } from '../codes'
import { extent, mainSegments } from '../segments'
import type { CountedText } from './counted-text'
import type { SubmittedAnnotation, SubmittedAnnotations } from './submitted-annotations'
import { ownValue, valueText } from './value-text'

/** An annotation of a code of the codebook, as far as it lies in text that counts. */
export interface PlacedAnnotation {
  submitted: SubmittedAnnotation
  code: Code
  /** From the first start to the last end of its main segments, trimmed; positions of the text that counts. */
  start: number
  end: number
  /** Its segments, trimmed, those with nothing left left out; in the same positions. */
  segments: Span[]
  /** Values of the attributes its code takes, as text, in the codebook's order. */
  values: (string | null)[]
}

/**
 * What a coder submitted, placed: sorted by place and code, then by what else tells them apart, so that nothing depends
 * on the order in which annotations were made. Annotations of other codes, and those with nothing but white space
 * outside boilerplate, are left out.
 */
export function placedAnnotations(
  { annotations }: SubmittedAnnotations,
  codebook: Codebook,
  text: CountedText,
): PlacedAnnotation[] {
  const codes = new Map(spanCodes(codebook).map((code) => [code.key, code]))
  const keys = new Map(
    [...codes.values()].map((code) => [code.key, attributesOf(codebook, code).map(({ key }) => key)]),
  )
  const placed = annotations.flatMap((submitted): PlacedAnnotation[] => {
    const code = codes.get(submitted.code)
    if (!code) return []
    const place = text.trimmed(extent(mainSegments(submitted.segments)))
    if (place.start >= place.end) return []
    const segments = submitted.segments.map((segment) => text.trimmed(segment)).filter(({ start, end }) => start < end)
    const values = (keys.get(code.key) ?? []).map((key) => valueText(ownValue(submitted.attributes, key)))
    return [{ submitted, code, ...place, segments, values }]
  })
  return placed.sort(byPlace)
}

function byPlace(one: PlacedAnnotation, other: PlacedAnnotation): number {
  if (one.start !== other.start) return one.start - other.start
  if (one.end !== other.end) return one.end - other.end
  if (one.code.key !== other.code.key) return one.code.key < other.code.key ? -1 : 1
  const [left, right] = [identityOf(one), identityOf(other)]
  return left < right ? -1 : Number(left > right)
}

function identityOf({ values, segments, submitted }: PlacedAnnotation): string {
  return JSON.stringify([values, segments.map(({ start, end }) => [start, end]), submitted.unsure])
}
