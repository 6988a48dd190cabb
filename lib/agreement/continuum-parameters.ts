import type { GammaRequest } from './gamma'
import { type Dissimilarity, defaultDissimilarity } from './gamma-disorder'

/** What a statistic on spans is told besides its data, by name, as in the files of reference cases. */
export type SpanParameters = Readonly<Record<string, unknown>>

/** @throws RangeError when the parameter is given and no finite number */
export function optionalNumber(parameters: SpanParameters, name: string): number | undefined {
  const given = parameters[name]
  if (given === undefined) return undefined
  if (typeof given === 'number' && Number.isFinite(given)) return given
  throw new RangeError(`${name} must be a number; it is ${String(given)}`)
}

/** @throws RangeError when the parameter is given and no text */
export function optionalText(parameters: SpanParameters, name: string): string | undefined {
  const given = parameters[name]
  if (given === undefined || typeof given === 'string') return given
  throw new RangeError(`${name} must be text; it is ${String(given)}`)
}

/**
 * cu- and (k)u-alpha correct for self-pairing pair by pair, as published; there is no other form here.
 * @throws RangeError when another form is asked for
 */
export function onlyPairwise(parameters: SpanParameters): void {
  const form = optionalText(parameters, 'self_pair_correction') ?? 'pairwise'
  if (form !== 'pairwise') throw new RangeError(`self_pair_correction must be pairwise; it is ${form}`)
}

/** @throws RangeError when a weight is below 0, or Δ∅ not above it */
export function dissimilarityOf(parameters: SpanParameters): Dissimilarity {
  const alpha = optionalNumber(parameters, 'alpha') ?? defaultDissimilarity.alpha
  const beta = optionalNumber(parameters, 'beta') ?? defaultDissimilarity.beta
  const deltaEmpty = optionalNumber(parameters, 'delta_empty') ?? defaultDissimilarity.deltaEmpty
  if (alpha < 0 || beta < 0) throw new RangeError(`alpha and beta must not be negative; they are ${alpha} and ${beta}`)
  if (deltaEmpty <= 0) throw new RangeError(`delta_empty must be above 0; it is ${deltaEmpty}`)
  return { alpha, beta, deltaEmpty }
}

const samplers = {
  ShuffleContinuumSampler: 'shift',
  shift: 'shift',
  StatisticalContinuumSampler: 'statistical',
  statistical: 'statistical',
} as const

/**
 * A seed that is no number (the generator of another program) is left aside: no other program's draws can be repeated.
 * @throws RangeError when the sampler is unknown, or numbers are out of range
 */
export function gammaRequestOf(parameters: SpanParameters): GammaRequest {
  const samples = optionalNumber(parameters, 'n_samples') ?? 30
  const precision = optionalNumber(parameters, 'precision_level')
  if (!Number.isInteger(samples) || samples < 2) throw new RangeError(`n_samples must be 2 or more; it is ${samples}`)
  if (precision !== undefined && precision <= 0) throw new RangeError('precision_level must be above 0')
  return {
    weights: dissimilarityOf(parameters),
    sampler: samplerOf(optionalText(parameters, 'sampler') ?? 'shift'),
    samples,
    ...(precision === undefined ? {} : { precision }),
    seed: typeof parameters.seed === 'number' ? parameters.seed : 1,
  }
}

function samplerOf(name: string): 'shift' | 'statistical' {
  const found = Object.entries(samplers).find(([known]) => known === name)?.[1]
  if (!found) throw new RangeError(`sampler must be one of ${Object.keys(samplers).join(', ')}; it is ${name}`)
  return found
}
