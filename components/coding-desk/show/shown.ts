import type { Code, Codebook } from '@/lib/coding/codebook'
import { spanCodes } from '@/lib/coding/codes'
import type { DeskAnnotation } from '../annotations/edits'
import { lacksDetails } from '../questions/required'

/** What of the coding is drawn in the text. */
export interface Shown {
  /** Keys of the codes that are not. */
  hidden: ReadonlySet<string>
  /** Whether annotations that lack nothing are hidden, so that the rest stands out. */
  hidesFinished: boolean
}

export const everything: Shown = { hidden: new Set(), hidesFinished: false }

/** Whether nothing is hidden by choice. */
function showsEverything({ hidden, hidesFinished }: Shown): boolean {
  return hidden.size === 0 && !hidesFinished
}

const keysOf = (codes: readonly Code[]) => new Set(codes.map(({ key }) => key))

/** Only the codes of one family. */
export function onlyFamily(shown: Shown, { codes }: Codebook, family: string): Shown {
  return { ...shown, hidden: keysOf(codes.filter((code) => code.family !== family)) }
}

/** The family that alone is shown, whole; null when another choice of codes is. */
export function familyAlone({ hidden }: Shown, codebook: Codebook): string | null {
  const codes = spanCodes(codebook)
  const families = new Set(codes.filter(({ key }) => !hidden.has(key)).map(({ family }) => family))
  const [family] = families
  if (families.size !== 1 || hidden.size === 0 || family === undefined) return null
  return codes.every((code) => code.family !== family || !hidden.has(code.key)) ? family : null
}

/** One code shown or hidden, the others as they are. */
export function withCode(shown: Shown, key: string, isShown: boolean): Shown {
  const hidden = new Set(shown.hidden)
  if (isShown) hidden.delete(key)
  else hidden.add(key)
  return { ...shown, hidden }
}

/** The annotations to draw. The one in hand always is, so that nobody changes what is out of sight. */
export function shownOf(
  annotations: readonly DeskAnnotation[],
  shown: Shown,
  codebook: Codebook,
  selectedId: string | null,
): readonly DeskAnnotation[] {
  if (showsEverything(shown)) return annotations
  return annotations.filter(({ id, value }) => {
    if (id === selectedId) return true
    return !shown.hidden.has(value.code) && (!shown.hidesFinished || lacksDetails(codebook, value))
  })
}
