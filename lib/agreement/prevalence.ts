import { categoryTotals } from './coincidences'
import { type Estimate, noEstimate } from './estimate'

/** How common a code is among the pairable values. */
export interface Prevalence {
  /** Number of values that say "present". */
  positives: number
  /** Their share of all pairable values. */
  share: Estimate
}

/** Prevalence of the second category (present) from the coincidence matrix of a code's presence. */
export function prevalence(o: ArrayLike<number>): Prevalence {
  const [absent = 0, present = 0] = categoryTotals(o)
  const n = absent + present
  // The matrix adds fractions of (m - 1); the count itself is whole.
  return { positives: Math.round(present), share: n === 0 ? noEstimate('no_pairable_unit') : { value: present / n } }
}
