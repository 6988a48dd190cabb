import { type AgreementWeight, identityWeight } from './agreement-weights'

/** What the coefficients for two coders need of a contingency table; counts, not shares. */
export interface ContingencySums {
  /** Units both coded. */
  n: number
  /** sum w_kl n_kl: n p_o. */
  agreed: number
  /** n p_k. of the first coder. */
  rows: Float64Array
  /** n p_.k of the second. */
  columns: Float64Array
}

/** Sums of a contingency table, flat, row by row. */
export function contingencySums(table: ArrayLike<number>, weight: AgreementWeight = identityWeight): ContingencySums {
  const q = Math.round(Math.sqrt(table.length))
  const sums = { n: 0, agreed: 0, rows: new Float64Array(q), columns: new Float64Array(q) }
  for (let cell = 0; cell < q * q; cell += 1) {
    const count = table[cell] ?? 0
    if (count === 0) continue
    const [row, column] = [Math.floor(cell / q), cell % q]
    sums.rows[row] = (sums.rows[row] ?? 0) + count
    sums.columns[column] = (sums.columns[column] ?? 0) + count
    sums.n += count
    sums.agreed += weight(row, column) * count
  }
  return sums
}
