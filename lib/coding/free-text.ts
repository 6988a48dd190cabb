import { z } from 'zod'

/** Free text; the database stores neither U+0000 nor half of a surrogate pair. */
export const freeText = z.string().regex(/^[^\0\p{Cs}]*$/u, 'holds a character that cannot be stored')

/** A sentence or two from a person to another: never empty, at most so many characters. */
export function message(most: number) {
  return freeText.trim().min(1, 'Write at least a word.').max(most)
}

/** Why a coding is reopened, or a document not eligible. */
export const reasonSchema = message(2000)
