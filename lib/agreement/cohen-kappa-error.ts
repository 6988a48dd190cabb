import { type AgreementWeight, identityWeight } from './agreement-weights'
import { proportions } from './category-shares'
import { contingencySums } from './contingency-sums'

export interface KappaError {
  /** Standard error of kappa, for intervals. */
  se: number
  /** Standard error if kappa were 0, for testing that. */
  seNull: number
}

/**
 * Large-sample standard errors of Cohen's kappa, weighted or not (Fleiss, Cohen & Everitt 1969, pp. 323-327). With
 * w_k. = sum_l w_kl p_.l and w_.l = sum_k w_kl p_k.:
 * n (1 - p_c)^4 v = sum p_kl (w_kl (1 - p_c) - (w_k. + w_.l) (1 - p_o))^2 - (p_o p_c - 2 p_c + p_o)^2,
 * n (1 - p_c)^2 v_0 = sum p_k. p_.l (w_kl - (w_k. + w_.l))^2 - p_c^2.
 * Both are variances of what stands in the squares, and are summed around its mean: nothing is left to cancel.
 * Null where kappa is undefined.
 */
export function cohenKappaError(table: ArrayLike<number>, weight: AgreementWeight = identityWeight): KappaError | null {
  const { n, agreed, rows, columns } = contingencySums(table, weight)
  const [p, first, second] = [proportions(table), proportions(rows), proportions(columns)]
  const likeSecond = first.map((_, k) => second.reduce((sum, part, l) => sum + weight(k, l) * part, 0))
  const likeFirst = second.map((_, l) => first.reduce((sum, part, k) => sum + weight(k, l) * part, 0))
  const chance = first.reduce((sum, part, k) => sum + part * (likeSecond[k] ?? 0), 0)
  if (n === 0 || chance === 1) return null
  const observed = agreed / n
  const [mean, nullMean] = [observed * (1 - chance) - 2 * chance * (1 - observed), -chance]
  let [squares, nullSquares] = [0, 0]
  p.forEach((share, cell) => {
    const [k, l] = [Math.floor(cell / rows.length), cell % rows.length]
    const like = (likeSecond[k] ?? 0) + (likeFirst[l] ?? 0)
    squares += share * (weight(k, l) * (1 - chance) - like * (1 - observed) - mean) ** 2
    nullSquares += (first[k] ?? 0) * (second[l] ?? 0) * (weight(k, l) - like - nullMean) ** 2
  })
  return { se: Math.sqrt(squares / n) / (1 - chance) ** 2, seNull: Math.sqrt(nullSquares / n) / (1 - chance) }
}
