/** The words with every blank at their ends to be seen: there a boundary may differ by nothing else. */
export function visibleWords(text: string): string {
  const seen = (blanks: string) => blanks.replaceAll('\n', '⏎').replace(/\s/gu, '␣')
  const inner = text.trim()
  if (inner === '') return seen(text)
  const at = text.indexOf(inner)
  const flat = inner.replace(/\s+/gu, ' ')
  return `${seen(text.slice(0, at))}${flat}${seen(text.slice(at + inner.length))}`
}
