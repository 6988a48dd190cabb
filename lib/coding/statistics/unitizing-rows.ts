import { coderPairs } from '../../agreement/contingencies'
import type { CodedSpan } from '../../agreement/continuum'
import { unitsOf } from '../../agreement/continuum-units'
import { partitionSums, type UnitizingSums, unitizingPartition } from '../../agreement/u-alpha-sums'
import type { PlacedAnnotation } from './placed-annotations'

/** The pieces of text that coders marked, per coder; positions of a text of `length`. */
export interface MarkedPieces {
  length: number
  byCoder: readonly (readonly PlacedAnnotation[])[]
}

/**
 * One row per pair of coders of the u-alpha family (u-alpha-sums.ts), each from the continuum of those two; the segments
 * of annotations are the units. Null where one of the two stacked codes.
 * @param codes the values 1..., in their order
 */
export function unitizingRows({ length, byCoder }: MarkedPieces, codes: readonly string[]): (UnitizingSums | null)[] {
  const asked = new Set(codes)
  const spans = byCoder.map((own, coder) => codedSpans(own, String(coder), ({ code }) => asked.has(code.key)))
  return rowsOf(length, spans, codes)
}

/** The same with all codes of a family as one: never null, since pieces of one code that overlap are united. */
export function relevanceRows({ length, byCoder }: MarkedPieces, family: string): UnitizingSums[] {
  const spans = byCoder.map((own, coder) =>
    codedSpans(own, String(coder), ({ code }) => code.family === family).map((span) => ({ ...span, code: family })),
  )
  return rowsOf(length, spans, [family]).map((row) => row ?? [])
}

function codedSpans(
  annotations: readonly PlacedAnnotation[],
  coder: string,
  isAsked: (annotation: PlacedAnnotation) => boolean,
): CodedSpan[] {
  return annotations
    .filter(isAsked)
    .flatMap(({ code, segments }) => segments.map(({ start, end }) => ({ coder, start, end, code: code.key })))
}

/** @param spans per coder, of these codes only */
function rowsOf(length: number, spans: readonly CodedSpan[][], codes: readonly string[]): (UnitizingSums | null)[] {
  const partitions = spans.map((own, coder) => {
    const { byCoder } = unitsOf({ length, coders: [String(coder)], spans: own })
    return unitizingPartition(byCoder[0] ?? [], length, codes)
  })
  return coderPairs(spans.length).map(([a, b]) => {
    const [one, other] = [partitions[a], partitions[b]]
    return one && other ? partitionSums([one, other], codes.length) : null
  })
}

/** How many annotations of a coder, all of one code, share text with another one of them. */
export function unitedAnnotations(annotations: readonly PlacedAnnotation[]): number {
  const pieces = annotations.flatMap(({ segments }, place) => segments.map((segment) => ({ ...segment, place })))
  pieces.sort((one, other) => one.start - other.start)
  const united = new Set<number>()
  let group = new Set<number>()
  let end = 0
  for (const piece of pieces) {
    if (piece.start >= end) group = new Set()
    end = Math.max(end, piece.end)
    group.add(piece.place)
    if (group.size > 1) for (const place of group) united.add(place)
  }
  return united.size
}
