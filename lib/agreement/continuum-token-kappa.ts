import { cohenKappa } from './cohen-kappa'
import { contingencies } from './contingencies'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import type { ReliabilityData } from './reliability-data'

/**
 * Cohen's kappa of labelled tokens (continuum-tokens.ts); of more than two coders the mean over the pairs for which it
 * is defined, Light's kappa (1971) where all are.
 */
export function tokenKappa(tokens: ReliabilityData): ContinuumEstimate {
  const kappas = contingencies(tokens).map((table) => cohenKappa(table))
  const [only, ...others] = kappas
  if (!only) return noFigure('one_coder')
  if (others.length === 0) return only
  const defined = kappas.flatMap(({ value }) => value ?? [])
  if (defined.length === 0) return noFigure('no_defined_pair')
  return { value: defined.reduce((sum, value) => sum + value, 0) / defined.length }
}
