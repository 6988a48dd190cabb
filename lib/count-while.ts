/**
 * How many of the indices 0..count-1 satisfy a condition that holds up to some index and from there no longer: in a
 * sorted list, how many stand before a place. It asks about log2(count) of them.
 */
export function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
