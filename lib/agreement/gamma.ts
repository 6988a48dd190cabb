import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type Continuum, spansByCoder } from './continuum'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { bestAlignment } from './gamma-alignment'
import { type Dissimilarity, defaultDissimilarity } from './gamma-disorder'
import { deviation, mean, type Sampler, shiftSampler, statisticalSampler } from './gamma-sampling'

export type DisorderEstimate = ContinuumEstimate & {
  /**
   * The unitary alignments, each as the place of every coder's unit among that coder's units by start, end and code.
   * One of possibly several best ones; null where there is none.
   */
  alignment: (number | null)[][] | null
}

/** The disorder of the best alignment, exactly; see gamma-alignment.ts. Undefined without units or a second coder. */
export function bestAlignmentDisorder(continuum: Continuum, weights = defaultDissimilarity): DisorderEstimate {
  if (continuum.coders.length < 2) return { ...noFigure('one_coder'), alignment: null }
  if (continuum.spans.length === 0) return { ...noFigure('no_span'), alignment: null }
  const alignment = bestAlignment(spansByCoder(continuum), weights)
  if (!alignment) return { ...noFigure('too_many_units'), alignment: null }
  return { value: alignment.disorder, alignment: alignment.tuples }
}

export interface GammaRequest {
  weights?: Dissimilarity
  /** 'shift' (Mathet et al. 2015) by default, or 'statistical'. */
  sampler?: 'shift' | 'statistical'
  /** Number of random continua, 30 by default; more where `precision` needs them. */
  samples?: number
  /** Wanted relative error of the expected disorder, with 95 % confidence. */
  precision?: number
  /** Any 32-bit integer: the same seed gives the same gamma. */
  seed?: number
}

export type GammaEstimate = ContinuumEstimate & {
  observedDisorder: number | null
  expectedDisorder: number | null
  samples: number
  /** Half the width of the 95 % interval that another seed would fall into: sampling error of the expectation only. */
  samplingError: number | null
}

/**
 * Gamma (Mathet, Widlöcher & Métivier 2015): 1 - disorder / expected disorder. The expectation is the mean disorder of
 * random continua, so gamma carries the error of their sampling; it is printed beside it.
 * Undefined without units or a second coder, where random continua have no disorder, and above the limit of units.
 */
export function gamma(continuum: Continuum, request: GammaRequest = {}): GammaEstimate {
  const weights = request.weights ?? defaultDissimilarity
  const observed = bestAlignmentDisorder(continuum, weights)
  const nothing = { observedDisorder: observed.value, expectedDisorder: null, samples: 0, samplingError: null }
  if (observed.value === null) return { ...noFigure(observed.undefined), ...nothing }
  const disorders = sampledDisorders(continuum, weights, request)
  if (!disorders) return { ...noFigure('too_many_units'), ...nothing }
  const expected = mean(disorders)
  const details = { observedDisorder: observed.value, expectedDisorder: expected, samples: disorders.length }
  if (expected === 0) return { ...noFigure('no_variation'), ...details, samplingError: null }
  const ratio = observed.value / expected
  const samplingError = (ratio * relativeError(disorders)) / Math.sqrt(disorders.length)
  return { value: 1 - ratio, ...details, samplingError }
}

/** Mathet et al. (2015, section 5.3): a first batch tells how many samples the precision needs. */
function sampledDisorders(continuum: Continuum, weights: Dissimilarity, request: GammaRequest): number[] | null {
  const random = xoroshiro128plus(request.seed ?? 1)
  // Coders in one order, so that a seed draws the same continua however they came.
  const ordered = { ...continuum, coders: [...continuum.coders].sort() }
  const draw: Sampler = request.sampler === 'statistical' ? statisticalSampler(ordered) : shiftSampler(ordered)
  const disorders: number[] = []
  const addUpTo = (count: number) => {
    while (disorders.length < count) {
      const units = draw(random)
      const alignment = units.some((own) => own.length > 0) ? bestAlignment(units, weights) : { disorder: 0 }
      if (!alignment) return false
      disorders.push(alignment.disorder)
    }
    return true
  }
  if (!addUpTo(request.samples ?? 30)) return null
  if (request.precision === undefined) return disorders
  return addUpTo(Math.ceil((relativeError(disorders) / request.precision) ** 2)) ? disorders : null
}

/** 1.96 standard deviations by the mean: the relative error, with 95 % confidence, of a single sample. */
function relativeError(disorders: readonly number[]): number {
  return (1.96 * deviation(disorders)) / mean(disorders)
}
