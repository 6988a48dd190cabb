/** A name that is being typed after "@": where it begins, and as far as it is written. UTF-16 offsets. */
export interface TypedMention {
  /** Of the "@". */
  from: number
  /** Of the caret. */
  to: number
  word: string
}

/** The mention that the caret is in: an "@" at the start of a word, and no more than a few words since. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0 || caret - from > 60) return null
  if (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return null
  const word = text.slice(from + 1, caret)
  if (/\n|^\s|\s\s/.test(word)) return null
  return { from, to: caret, word }
}

const mostOffered = 8

/** The people whose name has a word that begins as typed, in their order; all for a bare "@". */
export function offeredPeople(people: readonly string[], word: string): string[] {
  const typed = word.toLowerCase()
  return people
    .filter((name) => {
      const lower = name.toLowerCase()
      return lower !== typed && (lower.startsWith(typed) || lower.includes(` ${typed}`))
    })
    .slice(0, mostOffered)
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function withMention(text: string, { from, to }: TypedMention, name: string): { text: string; caret: number } {
  const rest = text.slice(to)
  const gap = /^[\s.,;:!?)]/.test(rest) ? '' : ' '
  const before = `${text.slice(0, from)}@${name}${gap}`
  return { text: before + rest, caret: before.length }
}
