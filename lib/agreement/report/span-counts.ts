import { type ContinuumEstimate, noFigure } from '../continuum-estimate'
import { meanF1, type PairF1 } from '../span-f1'
import type { DocumentStatistics, SpanMatchRule } from './document-statistics'
import type { ReportGrounds } from './grounds'
import type { PairInDocument } from './pairs-of-coders'

/** Annotations of some codes by all coders of the documents, and how many of them were united with another one. */
export function annotationsOf(documents: readonly DocumentStatistics[], codes: readonly string[]) {
  const spans = documents.flatMap((document) => codes.flatMap((code) => document.codes[code] ?? []))
  return {
    annotations: total(spans.flatMap(({ annotations }) => annotations)),
    united: total(spans.flatMap(({ united }) => united)),
  }
}

/**
 * F1 of a code: the mean over the pairs of coders, each pair over the documents both finished; pairs that marked nothing
 * are left out (span-f1.ts).
 */
export function pooledF1(grounds: ReportGrounds, code: string): Record<SpanMatchRule, ContinuumEstimate> {
  const f1By = (rule: SpanMatchRule): ContinuumEstimate =>
    grounds.absence ? noFigure(grounds.absence) : meanF1(pairCounts(grounds.pairs, code, rule))
  return { exact: f1By('exact'), iou50: f1By('iou50'), overlap: f1By('overlap') }
}

/** Of each pair of coders who finished a document in common. */
function pairCounts(inDocuments: readonly PairInDocument[], code: string, rule: SpanMatchRule): PairF1[] {
  const ofPairs = new Map<number, PairF1>()
  for (const { document, pair, overall, places } of inDocuments) {
    const spans = document.codes[code]
    const [one, other] = places.map((place) => document.coders[place] ?? '')
    const { counts, coders } = ofPairs.get(overall) ?? { coders: [one ?? '', other ?? ''], counts: [0, 0, 0, 0] }
    const matched = spans?.matched[rule][pair] ?? 0
    counts[0] += matched
    counts[1] += matched
    counts[2] += spans?.annotations[places[0]] ?? 0
    counts[3] += spans?.annotations[places[1]] ?? 0
    ofPairs.set(overall, { coders, counts })
  }
  return [...ofPairs.values()]
}

/** How annotations that attributes are compared on were matched: by any overlap, or by IoU .5. */
export type ComparisonRule = 'overlap' | 'iou50'

/** Matched pairs of annotations of some codes, and the annotations of both coders, over all pairs of coders. */
export function comparedAnnotations(grounds: ReportGrounds, codes: readonly string[], rule: ComparisonRule) {
  const sums = { matched: 0, annotations: 0 }
  for (const inDocument of grounds.pairs) {
    for (const code of codes) addCompared(sums, inDocument, code, rule)
  }
  return sums
}

function addCompared(
  sums: { matched: number; annotations: number },
  { document, pair, places }: PairInDocument,
  code: string,
  rule: ComparisonRule,
): void {
  const spans = document.codes[code]
  if (!spans) return
  sums.matched += spans.compared[rule][pair] ?? 0
  sums.annotations += total(places.map((place) => spans.annotations[place] ?? 0))
}

/** The share of annotations that have a partner (`matchRate` of span-matching.ts). */
export function pooledMatchRate(
  grounds: ReportGrounds,
  codes: readonly string[],
  rule: ComparisonRule,
): ContinuumEstimate {
  if (grounds.absence) return noFigure(grounds.absence)
  const { matched, annotations } = comparedAnnotations(grounds, codes, rule)
  return annotations === 0 ? noFigure('no_span') : { value: (2 * matched) / annotations }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
