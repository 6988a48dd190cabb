/**
 * The central probability of Student's t distribution, P(-t < T < t), as a function of theta = arctan(t / sqrt(df));
 * the finite series for whole degrees of freedom (Abramowitz & Stegun 1964, 26.7.3 for odd, 26.7.4 for even ones).
 */
function centralProbability(theta: number, df: number): number {
  const odd = df % 2 === 1
  const cosine = Math.cos(theta)
  let term = odd ? cosine : 1
  let sum = 0
  for (let power = odd ? 1 : 0; power <= df - 2; power += 2) {
    sum += term
    term *= (cosine * cosine * (power + 1)) / (power + 2)
  }
  const series = Math.sin(theta) * sum
  return odd ? (2 / Math.PI) * (theta + series) : series
}

/**
 * The t within which the central `level` of Student's distribution lies: t_(1 - (1 - level) / 2), 12.706 for .95 and
 * one degree of freedom.
 * @param df whole number, at least 1
 * @param level between 0 and 1
 * @throws RangeError for other degrees of freedom
 */
export function studentQuantile(df: number, level = 0.95): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`Degrees of freedom must be a whole number: ${df}`)
  let [low, high] = [0, Math.PI / 2]
  for (let theta = high / 2; theta > low && theta < high; theta = (low + high) / 2) {
    if (centralProbability(theta, df) < level) low = theta
    else high = theta
  }
  return Math.sqrt(df) * Math.tan(low)
}
