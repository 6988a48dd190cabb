import { alphaOfSums } from '../krippendorff-alpha'
import type { AlphaScale } from './alpha-scale'
import { observedDisagreement } from './paired-values'

/** A sum of products this small beside its parts is a rounding error of 0. */
const rounding = 1e-12

/**
 * The interval metric (c - k)^2 from moments, however many different numbers there are: columns n, sum x, sum x^2 and
 * n D_o; sum_ck n_c n_k (c - k)^2 = 2 (n sum x^2 - (sum x)^2). Numbers are taken from their middle, which keeps digits.
 */
export function intervalScale(numbers: readonly number[]): AlphaScale {
  const middle = roundMiddle(numbers)
  const centred = numbers.map((number) => number - middle)
  return {
    name: ['interval', middle],
    width: 4,
    columns: (values) => {
      const columns = new Float64Array(4)
      for (const [category, times] of values.given) {
        const x = centred[category] ?? 0
        const total = times / values.partners
        add(columns, 0, total)
        add(columns, 1, total * x)
        add(columns, 2, total * x * x)
      }
      columns[3] = observedDisagreement(values, (c, k) => ((centred[c] ?? 0) - (centred[k] ?? 0)) ** 2)
      return columns
    },
    alpha: ({ 0: n = 0, 1: sum = 0, 2: squares = 0, 3: observed = 0 }) => {
      const expected = 2 * (n * squares - sum * sum)
      return alphaOfSums(n, observed, expected > rounding * n * squares ? expected : 0)
    },
  }
}

/**
 * A number among these, rounded to a fraction of their range, so that it seldom changes when one of them does; the number
 * itself where all are the same.
 */
function roundMiddle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted[sorted.length >> 1] ?? 0
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  const step = powerBelow(range) / 2
  return step === 0 ? middle : step * Math.round(middle / step)
}

/** The greatest power of two that is no more; 0 of 0. */
function powerBelow(size: number): number {
  return size === 0 ? 0 : 2 ** Math.floor(Math.log2(size))
}

/** Step and ends of the sum that stands for the integral below; its error is about 1e-13 of n^2. */
const step = 0.3
const belowLargest = -19
const aboveSmallest = 3.5

/**
 * The ratio metric ((c - k) / (c + k))^2 for many different numbers, without comparing each two of them. Beside 0 it is
 * 1 - 4ck / (c + k)^2, and ck / (c + k)^2 is the integral of (c e^-ct)(k e^-kt) t over t > 0; with t = e^s a sum over
 * equal steps of s converges geometrically (Trefethen & Weideman 2014, SIAM Review 56, section 5). So expected
 * disagreement is n^2 - n_0^2 - sum_j (sum_c n_c g_j(c))^2, and its parts are plain sums.
 * Columns n, n_0, sum_c n_c g_j(c), and n D_o last.
 */
export function manyRatiosScale(numbers: readonly number[]): AlphaScale {
  const nodes = nodesFor(numbers.filter((number) => number > 0))
  const parts = numbers.map((x) => nodes.map((t) => 2 * Math.sqrt(step) * t * x * Math.exp(-t * x)))
  return {
    name: ['ratios', nodes.length, nodes[0] ?? 0],
    width: nodes.length + 3,
    columns: (values) => {
      const columns = new Float64Array(nodes.length + 3)
      for (const [category, times] of values.given) {
        const total = times / values.partners
        add(columns, 0, total)
        if (numbers[category] === 0) add(columns, 1, total)
        parts[category]?.forEach((part, j) => {
          add(columns, 2 + j, total * part)
        })
      }
      columns[nodes.length + 2] = observedDisagreement(values, (c, k) =>
        ratioDifference(numbers[c] ?? 0, numbers[k] ?? 0),
      )
      return columns
    },
    alpha: (sums) => {
      const [n = 0, zeros = 0] = [sums[0], sums[1]]
      let expected = n * n - zeros * zeros
      nodes.forEach((_, j) => {
        expected -= (sums[2 + j] ?? 0) ** 2
      })
      return alphaOfSums(n, sums[nodes.length + 2] ?? 0, expected > 10 * rounding * n * n ? expected : 0)
    },
  }
}

/** The ends are rounded outwards to powers of two, so that they seldom change when a number does. */
function nodesFor(positive: readonly number[]): number[] {
  if (positive.length === 0) return []
  const [smallest, largest] = positive.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [Infinity, 0])
  const from = belowLargest - Math.log(2 * powerBelow(largest))
  const count = Math.ceil((aboveSmallest - Math.log(powerBelow(smallest)) - from) / step) + 1
  return Array.from({ length: count }, (_, j) => Math.exp(from + j * step))
}

function ratioDifference(one: number, other: number): number {
  return one === other ? 0 : ((one - other) / (one + other)) ** 2
}

function add(numbers: Float64Array, place: number, amount: number): void {
  numbers[place] = (numbers[place] ?? 0) + amount
}
