import type { CodedSpan } from './continuum'

/** The weights of gamma's dissimilarity (Mathet, Widlöcher & Métivier 2015). */
export interface Dissimilarity {
  /** Weight of position. */
  alpha: number
  /** Weight of the code. */
  beta: number
  /** Δ∅: what a pair with an empty unit costs; over 0. */
  deltaEmpty: number
}

export const defaultDissimilarity: Dissimilarity = { alpha: 1, beta: 1, deltaEmpty: 1 }

/**
 * The dissimilarity of two units: d = alpha ((|Δstart| + |Δend|) / (length + length))^2 Δ∅ + beta [codes differ] Δ∅
 * (Mathet, Widlöcher & Métivier 2015).
 */
export function unitDissimilarity(one: CodedSpan, other: CodedSpan, weights: Dissimilarity): number {
  const apart = Math.abs(one.start - other.start) + Math.abs(one.end - other.end)
  const lengths = one.end - one.start + other.end - other.start
  const position = weights.alpha * (apart / lengths) ** 2
  const code = one.code === other.code ? 0 : weights.beta
  return (position + code) * weights.deltaEmpty
}
