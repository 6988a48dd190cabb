import type { DocumentView, Region } from '@/lib/coding/coding-view'
import { guessDirection } from '@/lib/text/direction'
import type { Positions } from './positions'

/** What a line of the text is to its reader. */
export interface LineKind {
  /** Its role in the article; a blank line only separates. */
  kind: Region['kind'] | 'blank'
  /** Whether it begins a region, so that it is the one that names it. */
  begins: boolean
  /** Number of the paragraph that begins with it. */
  number: number | null
  /** Its own direction, where it is not the document's. */
  direction: 'ltr' | 'rtl' | null
}

/** Longer first lines are the beginning of the text rather than its headline; code points. */
const longestHeadline = 200

/** Whether a line may hold letters that run from right to left: an optimisation alone, telling directions is slow. */
const mayRunLeft = (text: string) => /[\u0590-\u08ff\ufb1d-\ufefc\ud802-\ud83b]/.test(text)

/** The direction of a line of its own, where it is not the document's; a line without letters has none. */
function ownDirection(text: string, usual: LineKind['direction']): LineKind['direction'] {
  if ((usual === 'ltr' && !mayRunLeft(text)) || !/\p{L}/u.test(text)) return null
  const direction = guessDirection(text)
  return direction === usual ? null : direction
}

/** The regions of the document; where it names no headline, a short first paragraph is one. */
function regionsOf({ regions, paragraphs }: DocumentView): readonly Region[] {
  const [start, end] = paragraphs
  if (regions.some(({ kind }) => kind === 'headline') || start === undefined || end === undefined) return regions
  const isHeadline = paragraphs.length > 2 && end - start <= longestHeadline
  const isFree = !regions.some((region) => region.start < end && region.end > start)
  return isHeadline && isFree ? [{ kind: 'headline', start, end }, ...regions] : regions
}

/** The lines that a region covers at least in part; a region that ends with a line feed ends with that line. */
function linesOf({ start, end }: Region, positions: Positions): number[] {
  const first = positions.lineOf(start)
  const last = positions.lineOf(Math.max(start, end - 1))
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Every line of the text, in order. What no region covers is body. */
export function lineKinds(document: DocumentView, positions: Positions): LineKind[] {
  const numbers = new Map<number, number>()
  for (let at = 0; at < document.paragraphs.length; at += 2) {
    const line = positions.lineOf(document.paragraphs[at] ?? 0)
    if (!numbers.has(line)) numbers.set(line, at / 2 + 1)
  }
  const isText = (line: number) => numbers.has(line) || /\S/.test(positions.lines[line] ?? '')
  const kinds = new Map<number, Pick<LineKind, 'kind' | 'begins'>>()
  for (const region of regionsOf(document)) {
    const lines = linesOf(region, positions).filter((line) => isText(line) && !kinds.has(line))
    for (const [at, line] of lines.entries()) kinds.set(line, { kind: region.kind, begins: at === 0 })
  }
  return positions.lines.map((text, line) => ({
    ...(kinds.get(line) ?? { kind: isText(line) ? 'body' : 'blank', begins: false }),
    number: numbers.get(line) ?? null,
    direction: ownDirection(text, document.direction),
  }))
}
