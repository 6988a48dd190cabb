import { type ContinuumEstimate, noFigure } from '../continuum-estimate'
import { meanF1, type PairF1 } from '../span-f1'
import { matchRules, type SpanMatchRule } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { codersOfPair, pairsIn } from './pairs-of-coders'

/** Annotations of some codes by all coders of the documents, and how many of them were united with another one. */
export function annotationsOf({ sums }: ReportGrounds, codes: readonly string[]) {
  const counts = sums.counted<'annotations' | 'united'>(['annotations', codes], (document, count) => {
    for (const spans of codes.flatMap((code) => document.codes[code] ?? [])) {
      count('annotations', total(spans.annotations))
      count('united', total(spans.united))
    }
  })
  return { annotations: counts.get('annotations') ?? 0, united: counts.get('united') ?? 0 }
}

/**
 * F1 of a code: the mean over the pairs of coders, each pair over the documents both finished; pairs that marked nothing
 * are left out (span-f1.ts).
 */
export function pooledF1(grounds: ReportGrounds, code: string): Record<SpanMatchRule, ContinuumEstimate> {
  const counts = pairCounts(grounds, code)
  const f1By = (rule: SpanMatchRule): ContinuumEstimate =>
    grounds.absence ? noFigure(grounds.absence) : meanF1(pairsBy(grounds, counts, rule))
  return { exact: f1By('exact'), iou50: f1By('iou50'), overlap: f1By('overlap') }
}

/** What is counted of a pair of coders: spans matched by each rule, annotations of the first, and of the second. */
const perPair = matchRules.length + 2

/** By the pair's place overall, then what is counted. */
function pairCounts({ sums, coders }: ReportGrounds, code: string): ReadonlyMap<number, number> {
  return sums.counted<number>(['matched', code], (document, count) => {
    const spans = document.codes[code]
    if (!spans) return
    for (const { pair, overall, places } of pairsIn(document, coders)) {
      matchRules.forEach((rule, i) => {
        count(overall * perPair + i, spans.matched[rule][pair] ?? 0)
      })
      count(overall * perPair + matchRules.length, spans.annotations[places[0]] ?? 0)
      count(overall * perPair + matchRules.length + 1, spans.annotations[places[1]] ?? 0)
    }
  })
}

/** Of each pair of coders who finished a document in common. */
function pairsBy({ sums, coders }: ReportGrounds, counts: ReadonlyMap<number, number>, rule: SpanMatchRule): PairF1[] {
  const inCommon = sums.counted<number>(['documents in common'], (document, count) => {
    for (const { overall } of pairsIn(document, coders)) count(overall, 1)
  })
  return Array.from(inCommon.keys())
    .sort((one, other) => one - other)
    .map((overall) => {
      const at = (i: number) => counts.get(overall * perPair + i) ?? 0
      const matched = at(matchRules.indexOf(rule))
      const annotations = [at(matchRules.length), at(matchRules.length + 1)] as const
      return { coders: codersOfPair(overall, coders), counts: [matched, matched, ...annotations] }
    })
}

/** How annotations that attributes are compared on were matched: by any overlap, or by IoU .5. */
export type ComparisonRule = 'overlap' | 'iou50'

/** Matched pairs of annotations of some codes, and the annotations of both coders, over all pairs of coders. */
export function comparedAnnotations({ sums }: ReportGrounds, codes: readonly string[], rule: ComparisonRule) {
  const counts = sums.counted<'matched' | 'annotations'>(['compared', codes, rule], (document, count) => {
    for (const spans of codes.flatMap((code) => document.codes[code] ?? [])) {
      count('matched', total(spans.compared[rule]))
      // Each annotation is compared with those of every other coder.
      count('annotations', total(spans.annotations) * (document.coders.length - 1))
    }
  })
  return { matched: counts.get('matched') ?? 0, annotations: counts.get('annotations') ?? 0 }
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
