import { type Estimate, noEstimate } from './estimate'

/** A coefficient of the form (p_o - p_e) / (1 - p_e). */
export type ChanceCorrected = Estimate & {
  /** p_o; null where nothing can be compared. */
  observedAgreement: number | null
  /** p_e; null where nothing can be compared. */
  expectedAgreement: number | null
}

/**
 * (p_o - p_e) / (1 - p_e), the form all these coefficients share (Scott 1955, p. 323; Cohen 1960, p. 40).
 * Undefined without p_o, and where chance alone explains everything (p_e = 1: all values are one category).
 */
export function chanceCorrected(observed: Estimate, expectedAgreement: number): ChanceCorrected {
  if (observed.value === null) return { ...observed, observedAgreement: null, expectedAgreement: null }
  const details = { observedAgreement: observed.value, expectedAgreement }
  if (expectedAgreement === 1) return { ...noEstimate('no_variation'), ...details }
  return { value: (observed.value - expectedAgreement) / (1 - expectedAgreement), ...details }
}
