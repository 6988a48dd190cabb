import type { Span } from '../../text/spans'
import { unite } from '../united-spans'
import { articlesOf } from './articles'

/** How the stretches of two annotations of one code lie to each other. */
export interface BoundaryDifference {
  /** Trivial; one inside the other; overlapping. */
  type: 'D2a' | 'D2b' | 'D2c'
  /** Code points in both / code points in either. */
  iou: number
}

const letter = /[\p{L}\p{M}\p{N}]/u
/** White space, invisible marks of direction, and punctuation that says nothing of its own: no %, #, @, & or §. */
const blank = /[\s\u0085\p{Cf}]/u
const punctuation = /[\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}`´]/u
const otherPunctuation = /\p{Po}/u
const telling = /[%‰‱٪#@&§¶*†‡\\/]/u
const apostrophe = /['’ʼ]/u

const kinds = new Map<string, 'letter' | 'mark' | 'other'>()

/** What a character is at the end of a stretch: a letter or digit, trivial, or something that says something. */
function kindOf(character: string): 'letter' | 'mark' | 'other' {
  const known = kinds.get(character)
  if (known) return known
  const isMark = blank.test(character) || punctuation.test(character)
  const isTrivial = isMark || (otherPunctuation.test(character) && !telling.test(character))
  const kind = letter.test(character) ? 'letter' : isTrivial ? 'mark' : 'other'
  kinds.set(character, kind)
  return kind
}

/**
 * Where two annotations of one code begin and end, in one text: which differences matter, and which are none but for
 * white space, punctuation, quotes and articles at the ends.
 */
export class Boundaries {
  readonly #characters: readonly string[]
  readonly #articles: ReturnType<typeof articlesOf>
  readonly #cores = new Map<readonly Span[], readonly Span[]>()

  constructor(text: string, language: string) {
    this.#characters = Array.from(text)
    this.#articles = articlesOf(language)
  }

  /**
   * How two lists of stretches differ; null when they are the same.
   * @param one sorted and apart from each other, as `other`
   * @param shared code points in both
   */
  difference(one: readonly Span[], other: readonly Span[], shared: number): BoundaryDifference | null {
    if (areSame(one, other)) return null
    const [length, otherLength] = [totalLength(one), totalLength(other)]
    const iou = shared / (length + otherLength - shared)
    if (areSame(this.#core(one), this.#core(other))) return { type: 'D2a', iou }
    return { type: shared === Math.min(length, otherLength) ? 'D2b' : 'D2c', iou }
  }

  /** The stretches without what is trivial at their ends; those with nothing but that between them are one. */
  #core(stretches: readonly Span[]): readonly Span[] {
    const known = this.#cores.get(stretches)
    if (known) return known
    const cores: Span[] = []
    const stripped = stretches.map((own) => this.#stripped(own))
    for (const stretch of stripped.length === 1 ? stripped : unite(stripped)) {
      const last = cores.at(-1)
      if (last && this.#isTrivial(last.end, stretch.start)) last.end = stretch.end
      else cores.push(stretch)
    }
    this.#cores.set(stretches, cores)
    return cores
  }

  #isTrivial(start: number, end: number): boolean {
    for (let offset = start; offset < end; offset += 1) if (!this.#isMark(offset)) return false
    return true
  }

  /** The stretch itself where nothing would be left of it. */
  #stripped(stretch: Span): Span {
    let { start, end } = stretch
    for (let before = -1; start !== before; ) {
      before = start
      while (start < end && this.#isMark(start)) start += 1
      start = this.#afterArticle(start, end)
    }
    for (let before = -1; end !== before && start < end; ) {
      before = end
      while (end > start && this.#isMark(end - 1)) end -= 1
      end = this.#beforeArticle(start, end)
    }
    return start < end ? { start, end } : stretch
  }

  #isMark(offset: number): boolean {
    return kindOf(this.#characters[offset] ?? '') === 'mark'
  }

  #isLetter(offset: number): boolean {
    return kindOf(this.#characters[offset] ?? '') === 'letter'
  }

  /** Behind the article with which the stretch begins; its start where it begins with none. */
  #afterArticle(start: number, end: number): number {
    if (this.#isLetter(start - 1)) return start
    let behind = start
    while (behind < end && this.#isLetter(behind)) behind += 1
    const word = this.#word(start, behind)
    if (this.#isElided(word, behind) && behind < end) return behind + 1
    return this.#articles.words.has(word) && !this.#isLetter(behind) ? behind : start
  }

  /** Before the article with which the stretch ends; its end where it ends with none. */
  #beforeArticle(start: number, end: number): number {
    if (this.#isLetter(end)) return end
    let before = end
    while (before > start && this.#isLetter(before - 1)) before -= 1
    if (this.#isLetter(before - 1)) return end
    const word = this.#word(before, end)
    return this.#articles.words.has(word) || this.#isElided(word, end) ? before : end
  }

  #isElided(word: string, behind: number): boolean {
    return this.#articles.elided.has(word) && apostrophe.test(this.#characters[behind] ?? '')
  }

  #word(start: number, end: number): string {
    return this.#characters.slice(start, end).join('').toLowerCase()
  }
}

/** Code points in these stretches, which are apart from each other. */
export function totalLength(stretches: readonly Span[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Whether two lists hold the same stretches. */
export function areSame(one: readonly Span[], other: readonly Span[]): boolean {
  if (one.length !== other.length) return false
  return one.every(({ start, end }, i) => start === other[i]?.start && end === other[i]?.end)
}

/** Code points in both of two lists of stretches, each sorted and apart from each other. */
export function sharedBy(one: readonly Span[], other: readonly Span[]): number {
  let [shared, i, j] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [left, right] = [one[i], other[j]]
    if (!left || !right) break
    shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
    if (left.end <= right.end) i += 1
    else j += 1
  }
  return shared
}
