/** A coefficient as papers print it: three decimals, no leading zero, a true minus sign. */
export function coefficientText(value: number): string {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '')
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits
}
