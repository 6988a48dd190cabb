import type { Utf16Range } from './segmenter'

/** The lines of a text that are not blank, as UTF-16 ranges without their line feed: each is one paragraph. */
export function linesOf(text: string): Utf16Range[] {
  const lines: Utf16Range[] = []
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 ? text.length : feed
    if (/\S/.test(text.slice(from, to))) lines.push({ from, to })
    from = to + 1
  }
  return lines
}
