/** A coefficient as papers print it: three decimals, no leading zero, a true minus sign. */
export function coefficientText(value: number): string {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '')
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits
}

/** A share as a percentage with one decimal, without its sign. */
export function percentText(share: number): string {
  return (100 * share).toFixed(1)
}

/** A count with its thousands apart. */
export function countText(count: number): string {
  return count.toLocaleString('en')
}
