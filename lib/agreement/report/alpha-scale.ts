import { type Difference, type Metric, nominal, ordinal, ratio } from '../alpha-metrics'
import type { UndefinedReason } from '../estimate'
import { type AlphaEstimate, alphaOfSums } from '../krippendorff-alpha'
import { setMetric } from '../set-coding'
import { masiDistance } from '../set-distances'
import type { ReportedVariable } from './agreement-report'
import { intervalScale, manyRatiosScale } from './number-scales'
import { observedDisagreement, type PairedValues } from './paired-values'

/** How alpha is computed at a level of measurement, from plain sums: those of documents, of a pair, or of a sample. */
export interface AlphaScale {
  /** Says what the columns are. */
  name: readonly unknown[]
  /** How many columns there are. */
  width: number
  /** What values add to the sums; as long for all. */
  columns: (values: PairedValues) => Float64Array
  alpha: (sums: ArrayLike<number>) => AlphaEstimate
}

/** Up to so many different values the ratio metric compares each two. */
const fewValues = 100

/** The scale of a variable, or why its values have none. @param categories see ComparedValues */
export function alphaScale(variable: ReportedVariable, categories: readonly string[]): AlphaScale | UndefinedReason {
  if (variable.kind === 'family_nominal' || variable.level === 'nominal') return nominalScale(categories)
  if (variable.kind === 'family_set' || variable.level === 'nominal_set') return setScale(categories)
  const numbers = numbersOf(categories)
  if (variable.level === 'ordinal') {
    const order = orderOf(variable, categories, numbers)
    return order ? ordinalScale(categories, order) : 'not_ordered'
  }
  if (!numbers) return 'not_numeric'
  if (variable.level === 'interval') return intervalScale(numbers)
  if (numbers.some((number) => number < 0)) return 'negative_value'
  return numbers.length > fewValues ? manyRatiosScale(numbers) : fixedScale('ratio', categories, ratio(numbers))
}

function numbersOf(categories: readonly string[]): number[] | null {
  const numbers = categories.map((category) => (category.trim() === '' ? Number.NaN : Number(category)))
  return numbers.every(Number.isFinite) ? numbers : null
}

/** Places of the categories from lowest to highest: as declared, else by their numbers. */
function orderOf({ order }: ReportedVariable, categories: readonly string[], numbers: readonly number[] | null) {
  if (order) return categories.every((category) => order.includes(category)) ? [...categories.keys()] : null
  return numbers && [...categories.keys()].sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0))
}

/** Columns n_c and n D_o; sum_ck n_c n_k d2_ck = sum_c n_c (n - n_c). */
function nominalScale(categories: readonly string[]): AlphaScale {
  const q = categories.length
  return {
    ...fixedScale('nominal', categories, nominal),
    alpha: (sums) => {
      let [n, expected] = [0, 0]
      for (let c = 0; c < q; c += 1) n += sums[c] ?? 0
      for (let c = 0; c < q; c += 1) expected += (sums[c] ?? 0) * (n - (sums[c] ?? 0))
      return alphaOfSums(n, sums[q] ?? 0, expected)
    },
  }
}

/** Each category is a set of codes joined by |, with MASI (Passonneau 2006) as the distance. */
function setScale(categories: readonly string[]): AlphaScale {
  const sets = categories.map((category) => new Set(category.split('|').filter((code) => code !== '')))
  return fixedScale('masi', categories, setMetric(sets, masiDistance))
}

/** For a metric that does not depend on how often values occur. Columns n_c, and n D_o last. */
function fixedScale(kind: string, categories: readonly string[], metric: Metric): AlphaScale {
  const q = categories.length
  const difference = metric([])
  const table = tableOf(difference, q)
  return {
    name: [kind, categories],
    width: q + 1,
    columns: (values) => {
      const columns = new Float64Array(q + 1)
      for (const [category, times] of values.given) columns[category] = times / values.partners
      columns[q] = observedDisagreement(values, difference)
      return columns
    },
    alpha: (sums) => {
      let [n, expected] = [0, 0]
      for (let c = 0; c < q; c += 1) {
        const ofC = sums[c] ?? 0
        n += ofC
        if (ofC > 0) expected += 2 * ofC * (table ? weighted(sums, table, c, q) : differing(sums, difference, c))
      }
      return alphaOfSums(n, sums[q] ?? 0, expected)
    },
  }
}

/** With more categories a table of differences takes longer to make than looking up saves. */
const mostTabled = 512

/** The differences row by row, so that thousands of samples do not work them out again. */
function tableOf(difference: Difference, q: number): Float64Array | null {
  if (q > mostTabled) return null
  return Float64Array.from({ length: q * q }, (_, cell) => difference(Math.floor(cell / q), cell % q))
}

/** sum_k n_k d2_ck over the categories before c, the differences from the table. */
function weighted(totals: ArrayLike<number>, table: Float64Array, c: number, q: number): number {
  let sum = 0
  for (let k = 0; k < c; k += 1) sum += (totals[k] ?? 0) * (table[c * q + k] ?? 0)
  return sum
}

/** The same without a table. */
function differing(totals: ArrayLike<number>, difference: Difference, c: number): number {
  let sum = 0
  for (let k = 0; k < c; k += 1) if (totals[k] !== 0) sum += (totals[k] ?? 0) * difference(c, k)
  return sum
}

/** Columns n_c, then o_ck + o_kc for all k < c: the metric depends on n_c, so n D_o is no plain sum. */
function ordinalScale(categories: readonly string[], order: readonly number[]): AlphaScale {
  const q = order.length
  const metric = ordinal(order)
  const width = q + (q * (q - 1)) / 2
  return {
    name: ['ordinal', categories, order],
    width,
    columns: ({ given, differing, partners }) => {
      const columns = new Float64Array(width)
      for (const [category, times] of given) columns[category] = times
      for (let from = 0; from < differing.length; from += 3) {
        const [c = 0, k = 0, times = 0] = differing.slice(from, from + 3)
        const cell = q + placeBelow(Math.max(c, k), Math.min(c, k))
        columns[cell] = (columns[cell] ?? 0) + 2 * times
      }
      return columns.map((times) => times / partners)
    },
    alpha: (sums) => {
      const totals = Array.from(sums).slice(0, q)
      const difference = metric(totals)
      let [observed, expected] = [0, 0]
      totals.forEach((ofC, c) => {
        for (let k = 0; k < c; k += 1) {
          observed += (sums[q + placeBelow(c, k)] ?? 0) * difference(c, k)
          expected += 2 * ofC * (totals[k] ?? 0) * difference(c, k)
        }
      })
      return alphaOfSums(
        totals.reduce((sum, total) => sum + total, 0),
        observed,
        expected,
      )
    },
  }
}

/** Where the pair of categories high > low stands below the diagonal, row by row. */
function placeBelow(high: number, low: number): number {
  return (high * (high - 1)) / 2 + low
}
