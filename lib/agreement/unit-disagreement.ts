import type { Difference } from './alpha-metrics'
import type { UnitValues } from './reliability-data'

/** What a unit with r_u >= 2 values adds to n D_o: sum_ck r_uc r_uk d2_ck / (r_u - 1) (Krippendorff 2011). */
export function disagreementWithin({ counts, present, total }: UnitValues, difference: Difference): number {
  let sum = 0
  for (const c of present) for (const k of present) sum += (counts[c] ?? 0) * (counts[k] ?? 0) * difference(c, k)
  return sum / (total - 1)
}
