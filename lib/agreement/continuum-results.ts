import type { AlphaUEstimate, Disagreements } from './alpha-u-1995'
import type { BoundaryEdits } from './boundary-similarity'
import type { ContinuumEstimate, ContinuumReason } from './continuum-estimate'
import type { GammaEstimate } from './gamma'
import type { SegmentationMeasure } from './segmentation-measures'
import { meanOverPairs, type SegmentationPair } from './segmentation-pairs'
import { type F1Rule, f1, meanF1, type PairF1 } from './span-f1'
import type { CodingEstimate } from './u-alpha-coding'
import type { PooledUnitizing } from './u-alpha-family'

/** A figure under its printed names: a number, or null with the reason (see `continuumReasons`, `undefinedReasons`). */
export interface PrintedFigure {
  value: number | null
  undefined?: ContinuumReason
  coverage?: number | null
  observed_disagreement?: number | null
  expected_disagreement?: number | null
}

/** A statistic on spans or segmentations as the command line prints it. A field that does not apply is not there. */
export interface SpanResult extends Omit<PrintedFigure, 'value'> {
  /** Not there where the statistic has values per code only. */
  value?: number | null
  per_code?: Record<string, PrintedFigure>
  /** Per pair of coders, "A-B"; where a measure has a reference, A is it. */
  pairs?: Record<string, number | null>
  precision?: number | null
  recall?: number | null
  tp?: number
  hit_a?: number
  hit_b?: number
  intersection?: number
  n_a?: number
  n_b?: number
  matches?: number
  additions?: number
  transpositions?: number
  /** How many annotations were united with an overlapping one of the same coder and code, and into how many units. */
  annotations_united?: number
  unions?: number
  alignment?: (number | null)[][] | null
  observed_disorder?: number | null
  expected_disorder?: number | null
  samples?: number
  sampling_error?: number | null
}

export function printed(estimate: ContinuumEstimate): { value: number | null; undefined?: ContinuumReason } {
  return estimate.value === null ? { value: null, undefined: estimate.undefined } : { value: estimate.value }
}

export function printedCoverage(estimate: CodingEstimate): PrintedFigure {
  return { ...printed(estimate), coverage: estimate.coverage }
}

export function printedUnions({ annotationsUnited, unions }: Pick<PooledUnitizing, 'annotationsUnited' | 'unions'>) {
  return { annotations_united: annotationsUnited, unions }
}

export function printedAlphaU(estimate: AlphaUEstimate): SpanResult {
  const perCode = Object.entries(estimate.perCode).map(([code, ofCode]) => [code, printedDisagreements(ofCode)])
  return { ...printedDisagreements(estimate), per_code: Object.fromEntries(perCode), ...printedUnions(estimate) }
}

function printedDisagreements(figure: Disagreements): PrintedFigure {
  return {
    ...printed(figure),
    observed_disagreement: figure.observedDisagreement,
    expected_disagreement: figure.expectedDisagreement,
  }
}

/** Two coders: the counts too. More: the F1 of each pair. */
export function printedF1(pairs: readonly PairF1[], rule: F1Rule): SpanResult {
  const [only, ...others] = pairs
  if (only && others.length === 0) {
    const { precision, recall, ...estimate } = f1(only.counts)
    const shares = rule === 'characters' ? {} : { precision, recall }
    return { ...printed(estimate), ...printedCounts(only, rule), ...shares }
  }
  const values = pairs.map(({ coders, counts }) => [coders.join('-'), f1(counts).value])
  return { ...printed(meanF1(pairs)), pairs: Object.fromEntries(values) }
}

function printedCounts({ counts: [foundOfOne, foundOfOther, one, other] }: PairF1, rule: F1Rule): SpanResult {
  const all = { n_a: one, n_b: other }
  if (rule === 'overlap_many') return { hit_a: foundOfOne, hit_b: foundOfOther, ...all }
  return rule === 'characters' ? { intersection: foundOfOne, ...all } : { tp: foundOfOne, ...all }
}

export function printedEdits(figure: ContinuumEstimate & BoundaryEdits): SpanResult {
  const { matches, additions, transpositions } = figure
  return { ...printed(figure), matches, additions, transpositions }
}

/** Two coders: the counts too. More, or a reference: the value of each pair, the reference first. */
export function printedSegmentations(pairs: readonly SegmentationPair[], measure: SegmentationMeasure): SpanResult {
  const figure = printed(meanOverPairs(pairs, measure))
  const [only, ...others] = pairs
  if (only && others.length === 0) return { ...figure, ...measure.counts(only.sums) }
  const values = pairs.map(({ coders, sums }) => [coders.join('-'), measure.figure(sums).value])
  return { ...figure, pairs: Object.fromEntries(values) }
}

export function printedGamma(estimate: GammaEstimate): SpanResult {
  return {
    ...printed(estimate),
    observed_disorder: estimate.observedDisorder,
    expected_disorder: estimate.expectedDisorder,
    samples: estimate.samples,
    sampling_error: estimate.samplingError,
  }
}
