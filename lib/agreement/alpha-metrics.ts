/** The squared difference between two categories, given by their index. */
export type Difference = (c: number, k: number) => number

/**
 * A level of measurement: makes the difference function from how often each category occurs (which the ordinal metric
 * needs and others do not). All after Krippendorff (2011, section 3; 2019, ch. 12).
 */
export type Metric = (totals: readonly number[]) => Difference

/** Categories are the same or they are not. */
export const nominal: Metric = () => (c, k) => (c === k ? 0 : 1)

/**
 * (sum of n_g from c to k, less (n_c + n_k) / 2)^2: the values between two values, their own counted half. That is the
 * distance of their mean ranks.
 * @param order the category indices from lowest to highest
 */
export function ordinal(order: readonly number[]): Metric {
  return (totals) => {
    const meanRanks = new Float64Array(totals.length)
    let below = 0
    for (const c of order) {
      const own = totals[c] ?? 0
      meanRanks[c] = below + own / 2
      below += own
    }
    return squaredDistance(meanRanks)
  }
}

/** (c - k)^2. */
export function interval(values: readonly number[]): Metric {
  const difference = squaredDistance(values)
  return () => difference
}

/** ((c - k) / (c + k))^2, 0 for two zeros. Values must not be negative. */
export function ratio(values: readonly number[]): Metric {
  return () => (c, k) => {
    const [one, other] = [values[c] ?? 0, values[k] ?? 0]
    return one === other ? 0 : ((one - other) / (one + other)) ** 2
  }
}

function squaredDistance(values: ArrayLike<number>): Difference {
  return (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2
}
