import { canLink, type LinkWay, linkWays } from '@/lib/coding/link-rules'
import { shortQuote } from '../annotations/desk-annotations'
import { type DeskAnnotation, type DeskLink, unlink } from '../annotations/edits'
import { linkTexts } from '../texts/link-texts'
import type { Desk } from '../use-desk'
import { link } from './link-edits'

const { announce } = linkTexts

/** An annotation in words: its code and the words it is on. */
export function annotationWords(desk: Pick<Desk, 'labelOf' | 'quoteOf'>, annotation: DeskAnnotation): string {
  return `${desk.labelOf(annotation.value.code)} “${shortQuote(desk.quoteOf(annotation), 48)}”`
}

/** Index of the first way in which there is something to link to. */
function firstUseful({ annotations, links }: Desk, ways: readonly LinkWay[], own: DeskAnnotation): number {
  const values = links.map(({ value }) => value)
  const found = ways.findIndex((way) => annotations.some((other) => canLink(way, own, other, values)))
  return Math.max(0, found)
}

/** Lets the coder pick what the chosen annotation is linked to. */
export function startLinking(desk: Desk): void {
  const { selected, codebook, labelOf } = desk
  if (!desk.canEdit) return
  if (!selected) {
    desk.explain(announce.chooseFirst)
    return
  }
  const ways = linkWays(codebook, selected.value.code)
  if (ways.length === 0) {
    desk.explain(announce.noWay(labelOf(selected.value.code)))
    return
  }
  desk.linking.start(selected.id, firstUseful(desk, ways, selected))
  desk.say(announce.begun)
}

/** Gives up picking. */
export function stopLinking(desk: Desk): void {
  desk.linking.stop()
  desk.focusText()
  desk.say(announce.stopped)
}

/** Links two annotations in one way. What was pressed for it is gone then: the keys go to the text. */
export function makeLink(desk: Desk, way: LinkWay, own: DeskAnnotation, other: DeskAnnotation): void {
  if (!desk.canEdit) return
  desk.commit([link(way, own.id, other.id)])
  desk.linking.stop()
  desk.focusText()
  desk.say(announce.made(way.relation.label, annotationWords(desk, other)))
}

/** Takes a link away, and with it the button for that: the keys go to the text. */
export function removeLink(desk: Desk, gone: DeskLink): void {
  const relation = desk.codebook.relations.find(({ key }) => key === gone.value.relation)
  desk.commit([unlink(gone)])
  desk.focusText()
  desk.say(announce.removed(relation?.label ?? gone.value.relation))
}

/**
 * Links the annotation in hand to the one that was clicked in the text: in the way that is chosen, or in the only one
 * that is possible between the two.
 * @param ids all annotations on the clicked words, the innermost first
 */
export function linkToClicked(desk: Desk, ids: readonly string[]): void {
  const { selected, codebook, links, linking } = desk
  if (!selected || ids.length === 0) return
  const ways = linkWays(codebook, selected.value.code)
  const values = links.map(({ value }) => value)
  const preferred = ways[linking.way]
  const clicked = ids.flatMap((id) => desk.annotationOf(id) ?? [])
  const choices = clicked.flatMap((other) =>
    ways.filter((way) => canLink(way, selected, other, values)).map((way) => ({ way, other })),
  )
  const chosen = choices.find(({ way }) => way === preferred) ?? (choices.length === 1 ? choices[0] : undefined)
  if (chosen) makeLink(desk, chosen.way, selected, chosen.other)
  else if (clicked[0])
    desk.explain(announce.impossible(desk.labelOf(selected.value.code), desk.labelOf(clicked[0].value.code)))
}
