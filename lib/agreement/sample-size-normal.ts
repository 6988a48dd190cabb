/**
 * P(Z < z) of the standard normal distribution, by the series of Abramowitz & Stegun (1964, 26.2.11), whose terms all
 * have one sign, so nothing cancels.
 */
export function normalProbability(z: number): number {
  const size = Math.min(Math.abs(z), farthest)
  let term = size
  let sum = 0
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term
    term *= (size * size) / odd
  }
  const half = Math.min(0.5, (Math.exp(-(size * size) / 2) / Math.sqrt(2 * Math.PI)) * sum)
  return z < 0 ? 0.5 - half : 0.5 + half
}

/** Leave of twice the farthest no more than the precision of a number. */
const halvings = 60

/** Beyond this the probability is 0 or 1 to the precision of a number. */
const farthest = 9

/**
 * The z with P(Z < z) = probability: 1.645 for .95.
 * @throws RangeError when the probability is not between 0 and 1
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`No quantile at the probability ${probability}`)
  let [low, high] = [-farthest, farthest]
  for (let step = 0; step < halvings; step += 1) {
    const z = (low + high) / 2
    if (normalProbability(z) < probability) low = z
    else high = z
  }
  return high
}
