/**
 * n times the large-sample variance of alpha over n independent units of a code's presence, all coded by the same number
 * of coders: the mean square of the linearised value of a unit (Gwet 2014, ch. 5; linearised-error.ts),
 * a_u = 2 (1 - alpha) (1 - 2 p)(p_u - p) / D_e - (D_u - D_o) / D_e,
 * p_u = share of the coders who see the code, D_u = share of pairs that disagree, D_e = 2 p (1 - p), D_o = (1 - alpha) D_e.
 * How many of the coders see it in a unit is taken to be beta-binomial (Skellam 1948) with intraclass correlation alpha.
 * With two coders nothing is assumed: p and alpha settle all, and the variance is that of Bloch & Kraemer (1989),
 * (1 - a) [ (1 - a)(1 - 2a) + a (2 - a) / (2 p (1 - p)) ].
 * @param alpha at least 0 and at most 1
 * @param p prevalence, above 0 and below 1
 */
export function unitVarianceOfAlpha(alpha: number, p: number, coders = 2): number {
  const expected = 2 * p * (1 - p)
  let variance = 0
  betaBinomial(coders, p, alpha).forEach((probability, seers) => {
    const disagreement = (2 * seers * (coders - seers)) / (coders * (coders - 1))
    const chance = 2 * (1 - alpha) * (1 - 2 * p) * (seers / coders - p)
    variance += probability * ((chance - disagreement + (1 - alpha) * expected) / expected) ** 2
  })
  return variance
}

/** P(0), P(1), ... P(m) of m coders; p and the correlation r of any two of them. */
function betaBinomial(m: number, p: number, r: number): number[] {
  let ways = 1
  return Array.from({ length: m + 1 }, (_, k) => {
    if (k > 0) ways *= (m - k + 1) / k
    const divided = k > 0 && k < m ? 1 - r : 1
    return (ways * divided * rising(p, k, r) * rising(1 - p, m - k, r)) / rising(1, m, r)
  })
}

/** from (from (1 - r) + r) (from (1 - r) + 2 r) ..., so many factors; the first lacks 1 - r, which may be 0. */
function rising(from: number, factors: number, r: number): number {
  let product = 1
  for (let i = 0; i < factors; i += 1) product *= i === 0 ? from : from * (1 - r) + i * r
  return product
}
