import { coderPairs } from './contingencies'
import type { Continuum } from './continuum'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import type { SegmentationMeasure } from './segmentation-measures'
import { segmentationsIn } from './segmentation-of-spans'

/** Two coders, the reference first where there is one, with the sums of a measure over the documents both finished. */
export interface SegmentationPair {
  coders: [string, string]
  sums: number[]
}

/**
 * The sums of each pair of coders, in the order of `coders`; where a measure has a reference, of each ordered pair, since
 * no coder's segmentation is the true one.
 */
export function segmentationPairs(
  continua: readonly Continuum[],
  coders: readonly string[],
  measure: SegmentationMeasure,
): SegmentationPair[] {
  const pairs = comparedPairs(coders, measure.hasReference).map(
    (names): SegmentationPair => ({ coders: names, sums: Array.from({ length: measure.size }, () => 0) }),
  )
  for (const continuum of continua) {
    const segmentations = segmentationsIn(continuum)
    for (const pair of pairs) {
      const [a, b] = pair.coders.map((coder) => segmentations.get(coder))
      if (a && b) addTo(pair.sums, measure.sums({ a, b }))
    }
  }
  return pairs
}

function comparedPairs(coders: readonly string[], ordered: boolean): [string, string][] {
  return coderPairs(coders.length).flatMap(([i, j]) => {
    const [one, other] = [coders[i] ?? '', coders[j] ?? '']
    return ordered ? [pair(one, other), pair(other, one)] : [pair(one, other)]
  })
}

function pair(one: string, other: string): [string, string] {
  return [one, other]
}

function addTo(sum: number[], added: readonly number[]): void {
  added.forEach((number, i) => {
    sum[i] = (sum[i] ?? 0) + number
  })
}

/** The mean over the pairs, leaving out those for which the measure is undefined, as pairs without a boundary. */
export function meanOverPairs(
  pairs: readonly Pick<SegmentationPair, 'sums'>[],
  measure: SegmentationMeasure,
): ContinuumEstimate {
  const figures = pairs.map(({ sums }) => measure.figure(sums))
  const values = figures.flatMap(({ value }) => value ?? [])
  if (values.length > 0) return { value: values.reduce((sum, value) => sum + value, 0) / values.length }
  const isTooShort = figures.some((figure) => figure.value === null && figure.undefined === 'no_window')
  return noFigure(isTooShort ? 'no_window' : 'no_boundary')
}
