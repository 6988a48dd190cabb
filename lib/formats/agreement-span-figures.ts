import type { Resampling } from '../agreement/bootstrap'
import { coderPairs } from '../agreement/contingencies'
import { type Continuum, codesIn } from '../agreement/continuum'
import { type F1Counts, type F1Rule, meanF1, pairCounts } from '../agreement/span-f1'
import { spanStatistics } from '../agreement/span-statistics'
import { uAlpha } from '../agreement/u-alpha'
import { uAlphaBinary } from '../agreement/u-alpha-binary'
import { cuAlpha } from '../agreement/u-alpha-coding'
import { documentUnitizing } from '../agreement/u-alpha-sums'
import { bootstrapInterval, type SummableStatistic, withInterval } from './agreement-intervals'

const { boundary_similarity: _b, segmentation_similarity: _s, windowdiff: _w, pk: _p, ...ofSpans } = spanStatistics

/** The statistics that spans have; the others are of segmentations. */
export const statisticsOfSpans = ofSpans

export type SpanStatisticName = keyof typeof statisticsOfSpans

/** The statistics of documents with spans, each under its name; `resampling` adds intervals over documents. */
export function spanFigures(
  continua: readonly Continuum[],
  statistics: readonly SpanStatisticName[],
  resampling: Resampling | null,
): Record<string, unknown> {
  const figures = statistics.map((name) => {
    const figure = statisticsOfSpans[name](continua)
    return [
      name,
      resampling ? withInterval(figure, () => bootstrapInterval(summable(name, continua), resampling)) : figure,
    ]
  })
  return Object.fromEntries(figures)
}

const matchRules: Partial<Record<SpanStatisticName, F1Rule>> = {
  span_f1_exact: 'exact',
  span_f1_exact_unlabelled: 'exact_unlabelled',
  span_f1_iou50: { iou: 0.5 },
  span_f1_overlap: 'overlap',
  span_f1_overlap_many: 'overlap_many',
  char_f1: 'characters',
}

const coefficients: Partial<Record<SpanStatisticName, (sums: Float64Array) => { value: number | null }>> = {
  u_alpha: uAlpha,
  u_alpha_binary: uAlphaBinary,
  cu_alpha: cuAlpha,
}

/** Only documents that two coders looked at are drawn. */
function summable(name: SpanStatisticName, continua: readonly Continuum[]): SummableStatistic | null {
  const compared = continua.filter(({ coders }) => coders.length >= 2)
  const rule = matchRules[name]
  if (rule) return summableF1(compared, rule)
  const coefficient = coefficients[name]
  if (!coefficient) return null
  const codes = codesIn(continua)
  const rows = compared.map((continuum) => documentUnitizing(continuum, codes).sums ?? [])
  return { rows, figure: (sum) => coefficient(sum).value }
}

function summableF1(continua: readonly Continuum[], rule: F1Rule): SummableStatistic {
  const coders = [...new Set(continua.flatMap((continuum) => continuum.coders))]
  const names = coderPairs(coders.length).map(([i, j]): [string, string] => [coders[i] ?? '', coders[j] ?? ''])
  const rows = continua.map((continuum) => pairCounts([continuum], coders, rule).flatMap(({ counts }) => counts))
  const countsAt = (sum: Float64Array, at: number): F1Counts => [
    sum[at] ?? 0,
    sum[at + 1] ?? 0,
    sum[at + 2] ?? 0,
    sum[at + 3] ?? 0,
  ]
  return {
    rows,
    figure: (sum) => meanF1(names.map((pair, i) => ({ coders: pair, counts: countsAt(sum, 4 * i) }))).value,
  }
}
