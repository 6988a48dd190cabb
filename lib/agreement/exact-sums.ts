/**
 * Sums that do not depend on the order of their terms, so that a term can be taken out again without a trace. Floating
 * point rounds each addition; here every number is rounded once, to a whole multiple of a power of two that is fine enough
 * for the last digits and coarse enough that all sums of multiples are exact.
 */

/** Doubles hold whole numbers up to 2^53 exactly; one bit is left for a difference of two sums. */
const exactBits = 52

/** No step is smaller, so that a number can be divided by it; below it numbers count as 0. */
const smallestStep = 2 ** -1000

/**
 * The step of each column of a table: a power of two, chosen by the greatest number in the column.
 * @param table row by row
 * @param terms how many numbers of a column are added at the most, each counted as often as it is added
 */
export function stepsOf(table: Float64Array, width: number, terms: number): Float64Array {
  const largest = new Float64Array(width)
  for (let from = 0; from < table.length; from += width) {
    for (let column = 0; column < width; column += 1) {
      const size = Math.abs(table[from + column] ?? 0)
      if (!(size <= (largest[column] ?? 0))) largest[column] = size
    }
  }
  const spare = powerAbove(Math.max(1, terms)) * 2 ** -exactBits
  return largest.map((size) => (size === 0 ? 1 : Math.max(smallestStep, powerAbove(size) * spare)))
}

/** The least power of two that is no less. */
function powerAbove(size: number): number {
  const power = 2 ** Math.ceil(Math.log2(size))
  return power < size ? 2 * power : power
}

/** How many steps a number is, rounded to whole ones. */
export function inSteps(number: number, step: number): number {
  // -0 + 0 is 0: a sum of nothing but -0 would be told from one that also has a 0.
  return Math.round(number / step) + 0
}
