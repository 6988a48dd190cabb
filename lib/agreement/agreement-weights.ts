/**
 * w_kl: how far two categories, given by their index, agree; 1 for a category with itself. Symmetric
 * (Cohen 1968; Gwet 2014, ch. 3).
 */
export type AgreementWeight = (k: number, l: number) => number

/** No partial agreement: the unweighted coefficients. */
export const identityWeight: AgreementWeight = (k, l) => (k === l ? 1 : 0)

/**
 * 1 - |k - l| / (max - min).
 * @param values the numeric value of each category; ranks where only the order counts
 */
export function linearWeight(values: readonly number[]): AgreementWeight {
  return powerWeight(values, 1)
}

/** 1 - ((k - l) / (max - min))^2; see `linearWeight`. */
export function quadraticWeight(values: readonly number[]): AgreementWeight {
  return powerWeight(values, 2)
}

function powerWeight(values: readonly number[], power: number): AgreementWeight {
  const [min, max] = values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity])
  return (k, l) => (k === l ? 1 : 1 - (Math.abs((values[k] ?? 0) - (values[l] ?? 0)) / (max - min)) ** power)
}

/** sum_kl w_kl: the weights of q categories together. */
export function totalWeight(q: number, weight: AgreementWeight): number {
  let sum = 0
  for (let k = 0; k < q; k += 1) for (let l = 0; l < q; l += 1) sum += weight(k, l)
  return sum
}
