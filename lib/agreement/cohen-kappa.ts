import { type Estimate, noEstimate } from './estimate'

export type KappaEstimate = Estimate & {
  observedAgreement: number | null
  expectedAgreement: number | null
  /** Units that both coders coded. */
  units: number
}

/**
 * Cohen's kappa (Cohen 1960, p. 40) from the contingency table of two coders, flat, row by row:
 * kappa = (p_o - p_c) / (1 - p_c), p_c from each coder's own marginals.
 * Undefined without a shared unit, and where both coders used one and the same category (p_c = 1).
 */
export function cohenKappa(table: ArrayLike<number>): KappaEstimate {
  const { n, agreed, chance } = sums(table)
  if (n === 0) {
    return { ...noEstimate('no_pairable_unit'), observedAgreement: null, expectedAgreement: null, units: 0 }
  }
  const details = { observedAgreement: agreed / n, expectedAgreement: chance / (n * n), units: n }
  // Whole numbers up to here: the comparison is exact.
  if (chance === n * n) return { ...noEstimate('no_variation'), ...details }
  return { value: (n * agreed - chance) / (n * n - chance), ...details }
}

function sums(table: ArrayLike<number>) {
  const q = Math.round(Math.sqrt(table.length))
  const rows = new Float64Array(q)
  const columns = new Float64Array(q)
  let n = 0
  let agreed = 0
  for (let cell = 0; cell < q * q; cell += 1) {
    const count = table[cell] ?? 0
    const [row, column] = [Math.floor(cell / q), cell % q]
    rows[row] = (rows[row] ?? 0) + count
    columns[column] = (columns[column] ?? 0) + count
    n += count
    if (row === column) agreed += count
  }
  const chance = rows.reduce((sum, row, k) => sum + row * (columns[k] ?? 0), 0)
  return { n, agreed, chance }
}
