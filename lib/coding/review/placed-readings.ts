import { CharacterKinds, type Span } from '../../text/spans'
import type { Segment } from '../annotation'
import { mainSegments } from '../segments'
import { valuesOf, valueText } from '../statistics/value-text'
import { unite } from '../united-spans'
import { totalLength } from './boundaries'
import type { Member } from './cluster'
import { lineageName } from './identity'
import type { ReviewedCodes } from './reviewed-codes'
import type { ReviewedAnnotation, ReviewedCoding } from './reviewed-document'

/** An annotation as it is compared: trimmed, with the values its codebook version asks for. */
export interface PlacedReading {
  /** Place of its coder among the parties. */
  party: number
  annotation: ReviewedAnnotation
  /** What it is called in differences: made once, as there are many of those. */
  member: Member
  /** "C01 <lineageId>" */
  lineage: string
  code: string
  family: string
  /** Its main segments, trimmed, sorted and apart from each other; all its parts where it has none. */
  place: readonly Span[]
  start: number
  end: number
  /** Code points of its place. */
  length: number
  source: readonly Span[]
  cue: readonly Span[]
  /** Keys of the attributes that are compared, and their values as text. */
  attributes: readonly string[]
  values: readonly (string | null)[]
  targets: readonly string[]
  /** All that is compared of it, as text. */
  content: string
  /** Place in the order of what is compared: the same number means the same content. */
  rank: number
}

/**
 * All annotations of a document in an order that depends on nothing but what they are: by family, place, content, coder
 * and lineage.
 * @param codings in the order of pseudonyms
 */
export function placedReadings(
  text: string,
  codings: readonly ReviewedCoding[],
  codes: ReviewedCodes,
): PlacedReading[] {
  const kinds = new CharacterKinds(text)
  const placed: PlacedReading[] = []
  codings.forEach((coding, party) => {
    for (const annotation of coding.annotations) placed.push(placedReading(annotation, coding, party, codes, kinds))
  })
  placed.sort(byContent)
  placed.forEach((own, i) => {
    const before = placed[i - 1]
    own.rank = before && before.content === own.content && before.family === own.family ? before.rank : i
  })
  return placed
}

function placedReading(
  annotation: ReviewedAnnotation,
  { coder, codebookVersion }: ReviewedCoding,
  party: number,
  codes: ReviewedCodes,
  kinds: CharacterKinds,
): PlacedReading {
  const { code, compared, segments } = annotation
  const place = trimmed(mainSegments(segments), kinds)
  const source = partPlace(segments, 'source', kinds)
  const cue = partPlace(segments, 'cue', kinds)
  const attributes = codes.attributesOf(codebookVersion, code) ?? Object.keys(compared).sort()
  const values = attributes.map((key) => valueText(compared[key]))
  return {
    party,
    annotation,
    member: { coder, annotationId: annotation.id },
    lineage: lineageName(coder, annotation.lineageId),
    code,
    family: codes.familyOf(code),
    place,
    start: place[0]?.start ?? 0,
    end: place.at(-1)?.end ?? 0,
    length: totalLength(place),
    source,
    cue,
    attributes,
    values,
    targets: attributes.includes('target') ? valuesOf(compared.target) : [],
    content: contentOf(code, place, source, cue, attributes, values),
    rank: 0,
  }
}

const nowhere: readonly Span[] = []

function partPlace(segments: readonly Segment[], part: Segment['part'], kinds: CharacterKinds): readonly Span[] {
  if (segments.every((segment) => segment.part !== part)) return nowhere
  return trimmed(
    segments.filter((segment) => segment.part === part),
    kinds,
  )
}

/** Without white space at their ends; as they are where nothing else is in any of them. */
function trimmed(segments: readonly Span[], kinds: CharacterKinds): Span[] {
  const kept: Span[] = []
  for (const segment of segments) {
    const place = kinds.trim(segment)
    if (place) kept.push(place)
  }
  if (kept.length === 1) return kept
  return unite(kept.length > 0 ? kept : segments)
}

function contentOf(
  code: string,
  place: readonly Span[],
  source: readonly Span[],
  cue: readonly Span[],
  attributes: readonly string[],
  values: readonly (string | null)[],
): string {
  const content: (string | number | null)[] = [code]
  for (const stretches of [place, source, cue]) {
    for (const { start, end } of stretches) content.push(start, end)
    content.push(null)
  }
  attributes.forEach((key, i) => {
    const value = values[i] ?? null
    if (value !== null) content.push(key, value)
  })
  return JSON.stringify(content)
}

function byContent(one: PlacedReading, other: PlacedReading): number {
  if (one.family !== other.family) return one.family < other.family ? -1 : 1
  if (one.start !== other.start) return one.start - other.start
  if (one.end !== other.end) return one.end - other.end
  if (one.content !== other.content) return one.content < other.content ? -1 : 1
  return one.lineage < other.lineage ? -1 : Number(one.lineage > other.lineage)
}
