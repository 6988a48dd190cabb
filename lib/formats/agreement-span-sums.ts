import { coderPairs } from '../agreement/contingencies'
import { type Continuum, codesIn } from '../agreement/continuum'
import { type SegmentationMeasure, segmentationMeasures } from '../agreement/segmentation-measures'
import { meanOverPairs, segmentationPairs } from '../agreement/segmentation-pairs'
import { type F1Counts, type F1Rule, meanF1, pairCounts } from '../agreement/span-f1'
import { isOfSegmentations, type SpanStatisticName } from '../agreement/span-statistics'
import { uAlpha } from '../agreement/u-alpha'
import { uAlphaBinary } from '../agreement/u-alpha-binary'
import { cuAlpha } from '../agreement/u-alpha-coding'
import { documentUnitizing } from '../agreement/u-alpha-sums'
import type { SummableStatistic } from './agreement-intervals'

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

/**
 * A statistic on spans as sums over documents, of which only those that two coders looked at are drawn; null where it
 * cannot be added up from them.
 */
export function summableSpans(name: SpanStatisticName, continua: readonly Continuum[]): SummableStatistic | null {
  const compared = continua.filter(({ coders }) => coders.length >= 2)
  const rule = matchRules[name]
  if (rule) return summableF1(compared, rule)
  if (isOfSegmentations(name)) return summableSegmentations(compared, segmentationMeasures[name]({}))
  const coefficient = coefficients[name]
  if (!coefficient) return null
  const codes = codesIn(continua)
  const rows = compared.map((continuum) => documentUnitizing(continuum, codes).sums ?? [])
  return { rows, figure: (sum) => coefficient(sum).value }
}

function summableF1(continua: readonly Continuum[], rule: F1Rule): SummableStatistic {
  const coders = codersOf(continua)
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

function summableSegmentations(continua: readonly Continuum[], measure: SegmentationMeasure): SummableStatistic {
  const coders = codersOf(continua)
  const rows = continua.map((continuum) => segmentationPairs([continuum], coders, measure).flatMap(({ sums }) => sums))
  const pairs = (sum: Float64Array) =>
    Array.from({ length: sum.length / measure.size }, (_, i) => ({
      sums: [...sum.subarray(i * measure.size, (i + 1) * measure.size)],
    }))
  return { rows, figure: (sum) => meanOverPairs(pairs(sum), measure).value }
}

function codersOf(continua: readonly Continuum[]): string[] {
  return [...new Set(continua.flatMap(({ coders }) => coders))]
}
