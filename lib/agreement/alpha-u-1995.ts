import { type CodedSpan, type Continuum, codesIn, sharedLength } from './continuum'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { gapsBetween, unitsOf } from './continuum-units'

export type Disagreements = ContinuumEstimate & {
  observedDisagreement: number | null
  expectedDisagreement: number | null
}

export type AlphaUEstimate = Disagreements & {
  perCode: Record<string, Disagreements>
  annotationsUnited: number
  unions: number
}

/**
 * alpha_U of 1995, boundaries of each code on a continuum of its own (Krippendorff 1995, p. 57; 2004, p. 254):
 * 1 - sum D_o / sum D_e over the codes. It depends on how finely positions are divided; the values printed in
 * 1995 are limits. Undefined with fewer than two coders and where nobody marked anything.
 */
export function alphaU1995(continuum: Continuum): AlphaUEstimate {
  const { byCoder, annotationsUnited, unions } = unitsOf(continuum)
  const counts = { annotationsUnited, unions }
  const nothing = { observedDisagreement: null, expectedDisagreement: null, perCode: {}, ...counts }
  if (byCoder.length < 2) return { ...noFigure('one_coder'), ...nothing }
  const codes = codesIn([continuum])
  if (codes.length === 0) return { ...noFigure('no_span'), ...nothing }
  const layers = codes.map((code) => byCoder.map((units) => units.filter((unit) => unit.code === code)))
  const disagreements = layers.map((units) => ({
    observed: observedDisagreement(units, continuum.length),
    expected: expectedDisagreement(units, continuum.length),
  }))
  const sum = (part: 'observed' | 'expected') => disagreements.reduce((total, one) => total + one[part], 0)
  return {
    ...alphaOf(sum('observed'), sum('expected')),
    perCode: Object.fromEntries(
      disagreements.map(({ observed, expected }, i) => [codes[i] ?? '', alphaOf(observed, expected)]),
    ),
    ...counts,
  }
}

function alphaOf(observedDisagreement: number, expectedDisagreement: number): Disagreements {
  const details = { observedDisagreement, expectedDisagreement }
  if (expectedDisagreement === 0) return { ...noFigure('no_variation'), ...details }
  return { value: 1 - observedDisagreement / expectedDisagreement, ...details }
}

/**
 * D_o: over ordered pairs of coders the squared differences of both boundaries of units that intersect, and the squared
 * length of a unit that lies wholly in a gap of the other, by m (m - 1) L^2.
 */
function observedDisagreement(byCoder: readonly CodedSpan[][], length: number): number {
  let sum = 0
  byCoder.forEach((one, i) => {
    byCoder.forEach((other, j) => {
      if (i !== j) sum += one.reduce((ofPair, unit) => ofPair + againstUnits(unit, other), 0)
    })
  })
  return sum / (byCoder.length * (byCoder.length - 1) * length ** 2)
}

function againstUnits(unit: CodedSpan, others: readonly CodedSpan[]): number {
  const met = others.filter((other) => sharedLength(unit, other) > 0)
  // Of the two orders of a pair of coders, a unit in a gap counts in both, as does a pair of intersecting units.
  if (met.length === 0) return 2 * (unit.end - unit.start) ** 2
  return met.reduce((sum, { start, end }) => sum + (unit.start - start) ** 2 + (unit.end - end) ** 2, 0)
}

/**
 * D_e: (2 / L) sum over units x of [(N - 1) (2x^3 - 3x^2 + x) / 3 + x^2 sum over gaps g >= x of (g - x + 1)] by
 * mL (mL - 1) - sum x (x - 1); N units and the gaps of all coders.
 */
function expectedDisagreement(byCoder: readonly CodedSpan[][], length: number): number {
  const units = byCoder.flatMap((own) => own.map(({ start, end }) => end - start))
  const gaps = byCoder.flatMap((own) => gapsBetween(own, length).map(({ start, end }) => end - start))
  const n = units.length
  const sum = units.reduce((total, x) => {
    const places = gaps.reduce((count, gap) => count + (gap >= x ? gap - x + 1 : 0), 0)
    return total + ((n - 1) * (2 * x ** 3 - 3 * x ** 2 + x)) / 3 + x ** 2 * places
  }, 0)
  const positions = byCoder.length * length
  const pairs = positions * (positions - 1) - units.reduce((total, x) => total + x * (x - 1), 0)
  return pairs === 0 ? 0 : (2 * sum) / (length * pairs)
}
