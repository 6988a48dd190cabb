import { shortQuote } from '../annotations/desk-annotations'
import { linkToClicked } from '../links/linking'
import type { MarkingDesk } from '../marking-desk'
import { deskTexts } from '../texts/desk-texts'
import { linkTexts } from '../texts/link-texts'
import type { Place } from '../use-choice'
import type { Desk } from '../use-desk'

/** Chooses an annotation and says which. @param stack all that are on the same words */
export function pickOne(desk: MarkingDesk, id: string | null, stack: readonly string[] = []): void {
  desk.choose(id, stack)
  const annotation = desk.annotationOf(id)
  if (!annotation) return
  const linked = desk.linksOf(annotation.id).length
  const words = deskTexts.announce.coded(desk.labelOf(annotation.value.code), shortQuote(desk.quoteOf(annotation)))
  desk.say(linked > 0 ? `${words} (${linkTexts.announce.count(linked)})` : words)
}

/**
 * Takes the innermost of the annotations on the same words, or keeps the one of them in hand, and offers the others.
 * @param place where they are; at the caret, by key, when not said
 */
export function pickAmong(desk: Desk, ids: readonly string[], place?: Place): void {
  // A click on the way to the words that are asked for.
  if (desk.askedPart) return
  if (desk.linking.isOn) {
    linkToClicked(desk, ids)
    return
  }
  const id = ids.find((one) => one === desk.selected?.id) ?? ids[0] ?? null
  pickOne(desk, id, ids)
  const at = ids.length > 1 ? (place ?? desk.caretPlace()) : null
  if (at) desk.choose(id, ids, { place: at, byKey: !place })
}
