import type { Segment } from '@/lib/coding/annotation'
import type { Code } from '@/lib/coding/codebook'
import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import type { MarkingDesk } from '../marking-desk'
import { addSegment } from '../shaping/shape-edits'
import { markingTexts } from '../texts/marking-texts'
import type { Command } from './command'

const { commands: texts, say, parts } = markingTexts

type Part = Segment['part']

/** The part to ask for next: in the codebook's order the first that was neither given nor asked for. */
function nextPart({ parts: all }: Code, done: readonly Part[]): Part | undefined {
  return all.find((part) => !done.includes(part))
}

/** Asks for the next part of an annotation, or says that all were asked for. */
function askOn(desk: MarkingDesk, id: string, code: Code, done: readonly Part[]): void {
  const part = nextPart(code, done)
  desk.setAskedPart(part ? { id, part, done } : null)
  if (!part) desk.say(parts.ended)
}

/** Asks for the parts of an attribution that has just been coded. */
export function askForParts(desk: MarkingDesk, id: string, code: Code): void {
  if (code.parts.length > 1) askOn(desk, id, code, code.parts.slice(0, 1))
  else desk.setAskedPart(null)
}

/** Makes the selected words a part of an annotation. @returns whether it could be done */
function give(desk: MarkingDesk, annotation: DeskAnnotation, part: Part): boolean {
  const { selection, positions } = desk
  const edit = selection && addSegment(annotation, part, selection)
  if (!selection || !edit) {
    desk.explain(selection ? say.tooManySegments : say.chooseAndSelect)
    return false
  }
  desk.commit([edit])
  desk.choose(annotation.id)
  desk.collapse()
  desk.say(parts.taken(parts.names[part], shortQuote(positions.slice(selection))))
  return true
}

function codeInHand(desk: MarkingDesk): { annotation: DeskAnnotation; code: Code } | null {
  const annotation = desk.selected ?? desk.recent
  const code = annotation && desk.codes.get(annotation.value.code)
  return annotation && code ? { annotation, code } : null
}

/** Takes the selected words as the part that is asked for and goes on to the next one; with nothing selected skips it. */
export function takeAskedPart(desk: MarkingDesk): void {
  const inHand = codeInHand(desk)
  const { askedPart } = desk
  if (!desk.canEdit || !askedPart || !inHand) return
  if (desk.selection && !give(desk, inHand.annotation, askedPart.part)) return
  askOn(desk, askedPart.id, inHand.code, [...askedPart.done, askedPart.part])
}

/** Goes on to the next part without taking anything. */
export function skipPart(desk: MarkingDesk): void {
  const inHand = codeInHand(desk)
  const { askedPart } = desk
  if (askedPart && inHand) askOn(desk, askedPart.id, inHand.code, [...askedPart.done, askedPart.part])
}

/** Takes the selected words as the part that is asked for and goes on asking for it. */
export function takeMore(desk: MarkingDesk): void {
  const inHand = codeInHand(desk)
  if (desk.canEdit && desk.askedPart && inHand) give(desk, inHand.annotation, desk.askedPart.part)
}

/** Ends the asking. */
export function endParts(desk: MarkingDesk): void {
  desk.setAskedPart(null)
  if (desk.hasSelection()) desk.collapse()
  desk.focusText()
}

/** Makes the selected words this part of the annotation in hand; while parts are asked for, asks for this one first. */
export function giveOrAsk(desk: MarkingDesk, part: Part): void {
  const inHand = codeInHand(desk)
  const { askedPart, selection } = desk
  if (!desk.canEdit) return
  if (!inHand?.code.parts.includes(part)) {
    desk.explain(inHand ? parts.unknown(inHand.code.label, parts.names[part]) : say.chooseAndSelect)
    return
  }
  if (askedPart && !selection) {
    desk.setAskedPart({ ...askedPart, part })
    return
  }
  if (give(desk, inHand.annotation, part) && askedPart) {
    askOn(desk, askedPart.id, inHand.code, [...askedPart.done, part])
  }
}

const partCommand = (part: Part, key: string): Command<MarkingDesk> => ({
  ...{ id: `part-${part}`, label: texts.parts[part], group: 'marking', keys: [key] },
  isPossible: (desk) =>
    desk.canEdit && desk.selection !== null && (codeInHand(desk)?.code.parts.includes(part) ?? false),
  suits: (codes) => codes.some((code) => code.parts.includes(part)),
  run: (desk) => giveOrAsk(desk, part),
})

/** The parts of an attribution by keys, in any order. */
export const partsCommands: readonly Command<MarkingDesk>[] = [
  partCommand('content', '1'),
  partCommand('source', '2'),
  partCommand('cue', '3'),
  {
    ...{ id: 'part-more', label: texts.takeMore, group: 'marking', keys: ['Shift+Enter'], scope: 'reading' },
    isPossible: ({ canEdit, askedPart, selection }) => canEdit && askedPart !== null && selection !== null,
    suits: (codes) => codes.some((code) => code.parts.length > 1),
    run: takeMore,
  },
]
