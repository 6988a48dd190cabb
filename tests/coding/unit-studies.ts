import type { UnitDocument } from '@/lib/coding/unit-index'
import type { UnitAnnotation, UnitCoding } from '@/lib/coding/units'
import { freezeUnits } from '@/lib/text/units'

/** A document with its frozen units. */
export function documentOf(text: string, more: Partial<UnitDocument> = {}): UnitDocument {
  return { number: 1, text, ...freezeUnits(text, 'en'), regions: [], ...more }
}

/** An annotation of the first occurrence of these words. */
export function on(document: UnitDocument, words: string, code = 'hero'): UnitAnnotation {
  const at = document.text.indexOf(words)
  if (at < 0) throw new Error(`"${words}" is not in the text`)
  const start = Array.from(document.text.slice(0, at)).length
  return { code, segments: [{ start, end: start + Array.from(words).length }] }
}

export function submitted(coder: string, ...annotations: UnitAnnotation[]): UnitCoding {
  return { coder, submitted: true, annotations }
}
