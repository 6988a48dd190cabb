const isDigit = (character: string) => /^\p{Nd}$/u.test(character)

/** The Latin digit for a digit of any script: the ten of a script follow each other, from a code point ending in 0 or 6. */
function latinDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0
  const column = codePoint % 16
  return String(isDigit(String.fromCodePoint(codePoint - column)) ? column : column - 6)
}

const commasBetween = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/
/** One point alone before three digits may as well begin the decimals. */
const pointsBetween = /^-?[1-9]\d{0,2}((\.\d{3}){2,}|(\.\d{3})+(?=,))(,\d+)?$/

/** Without the marks between groups of three digits. */
function ungrouped(text: string): string {
  if (commasBetween.test(text)) return text.replaceAll(',', '')
  return pointsBetween.test(text) ? text.replaceAll('.', '') : text
}

/**
 * The number that a coder wrote, as newspapers write it: with digits of any script, with a point or comma before the
 * decimals, with spaces, apostrophes, commas or points between the thousands. "1,500" is fifteen
 * hundred, "1.500" one and a half.
 * @returns undefined when it is none
 */
export function readNumber(text: string): number | undefined {
  const latin = text
    .trim()
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/(?<=\d)[\s'’٬](?=\d{3}(?!\d))/gu, '')
    .replace('−', '-')
    .replace('٫', '.')
  const plain = ungrouped(latin).replace(',', '.')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}
