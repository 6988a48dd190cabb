import type { Span } from './spans'

/** Marks that may stand for one another when people type. */
const alike: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

/** A code point as it is compared: without case, accents and vowel signs, quotation marks and dashes of one kind. */
function fold(character: string): string {
  if (/\s/.test(character)) return ' '
  return alike[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Folds what is looked for; white space counts as one blank. */
function foldQuery(query: string): string {
  return [...query].map(fold).join('').replace(/ +/g, ' ').trim()
}

/**
 * A text prepared for searching as people type: case, accents, the form of quotation marks and how words are spaced make
 * no difference. Made once per text, in O(n).
 */
export class SearchableText {
  readonly #folded: string
  /** At i: the code point of the text from which the i-th UTF-16 unit of the folded text comes. */
  readonly #origins: Uint32Array

  constructor(text: string) {
    const parts: string[] = []
    const origins: number[] = []
    let offset = 0
    let isAfterBlank = true
    for (const character of text) {
      const folded = fold(character)
      const isBlank = folded === ' '
      if (!(isBlank && isAfterBlank)) {
        parts.push(folded)
        for (let i = 0; i < folded.length; i += 1) origins.push(offset)
      }
      if (folded !== '') isAfterBlank = isBlank
      offset += 1
    }
    origins.push(offset)
    this.#folded = parts.join('')
    this.#origins = Uint32Array.from(origins)
  }

  /**
   * Where the words occur, in code points, from the start of the text; occurrences do not overlap.
   * @param limit how many are wanted at most
   */
  find(query: string, limit = 1000): Span[] {
    const wanted = foldQuery(query)
    const found: Span[] = []
    if (wanted === '') return found
    for (let at = this.#folded.indexOf(wanted); at >= 0 && found.length < limit; ) {
      const start = this.#origins[at] ?? 0
      const last = this.#origins[at + wanted.length - 1] ?? start
      // Up to the next character, so that the accents of the last one are in it.
      found.push({ start, end: Math.max(last + 1, this.#origins[at + wanted.length] ?? 0) })
      at = this.#folded.indexOf(wanted, at + wanted.length)
    }
    return found
  }
}
