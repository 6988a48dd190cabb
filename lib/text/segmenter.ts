/** A stretch of a text in UTF-16 code units, half-open: what JavaScript's own string functions speak. */
export interface Utf16Range {
  from: number
  to: number
}

/** One piece of a text as Intl.Segmenter cuts it. */
export interface Piece extends Utf16Range {
  /** With words: whether it is a word or a number, not punctuation. */
  isWord: boolean
}

const chunkSize = 400
/** A cut so close to the end of a chunk may still depend on what follows the chunk. */
const lookAhead = 100

/**
 * The pieces of a text in order, without a gap. Each step of Intl.Segmenter costs time in proportion to the whole
 * string it was given, so a long text is fed in chunks; each chunk begins where the last certain piece ended.
 */
export function piecesOf(text: string, segmenter: Intl.Segmenter): Piece[] {
  const pieces: Piece[] = []
  let size = chunkSize
  for (let from = 0; from < text.length; ) {
    const certain = certainPieces(text, from, size, segmenter)
    for (const piece of certain) pieces.push(piece)
    from = certain.at(-1)?.to ?? from
    size = certain.length > 0 ? chunkSize : size * 2
  }
  return pieces
}

function certainPieces(text: string, from: number, size: number, segmenter: Intl.Segmenter): Piece[] {
  const certainUpTo = from + size >= text.length ? text.length : from + size - lookAhead
  const pieces: Piece[] = []
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(from, from + size))) {
    const to = from + index + segment.length
    if (to > certainUpTo) break
    pieces.push({ from: from + index, to, isWord: isWordLike === true })
  }
  return pieces
}

/** An Intl.Segmenter for a BCP 47 language tag; for language-neutral rules when the tag is none. */
export function segmenterFor(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  return new Intl.Segmenter(isLanguageTag(language) ? language : 'und', { granularity })
}

/** Whether this is a well-formed BCP 47 language tag such as "en", "ar" or "pt-BR". */
export function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}
