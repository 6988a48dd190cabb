import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import type { MarkingDesk } from '../marking-desk'
import type { AnnotationEdit } from '../outbox/record'
import { spansAt } from '../reading/lanes'
import { merge, mergePartner } from '../shaping/merge'
import { addSegment, moveSegment, removeSegment } from '../shaping/shape-edits'
import { split } from '../shaping/split'
import { markingTexts } from '../texts/marking-texts'
import type { Command } from './command'

const { commands: texts, say } = markingTexts

/** The annotation around the selected words or the caret: the one in hand, or else the innermost. */
function annotationToSplit(desk: MarkingDesk): DeskAnnotation | undefined {
  const { selection, annotations } = desk
  const inHand = desk.selected ?? desk.recent
  const { start, end } = selection ?? { start: desk.head(), end: desk.head() }
  const around = spansAt(annotations, start).filter((one) => end <= one.end)
  return around.find(({ id }) => id === inHand?.id) ?? around[0]
}

/** Cuts the annotation at the caret, or the selected words out of it. */
function splitHere(desk: MarkingDesk): void {
  if (!desk.canEdit) return
  const { selection } = desk
  const annotation = annotationToSplit(desk)
  const cuts = selection ? [selection.start, selection.end] : [desk.head()]
  const main = annotation && desk.codes.get(annotation.value.code)?.parts[0]
  const edits = annotation && split(annotation, cuts, main ?? 'span', desk.places)
  if (!edits) {
    desk.explain(say.noSplit)
    return
  }
  desk.commit(edits)
  const cutOut = edits.find(({ after }) => after?.segments.some(({ start }) => start >= (cuts[0] ?? 0)))
  desk.choose(cutOut?.id ?? annotation.id)
  desk.collapse()
  desk.say(say.split(edits.length))
}

function mergeChosen(desk: MarkingDesk): void {
  const { selected, annotations, links, codebook } = desk
  if (!desk.canEdit) return
  if (!selected) {
    desk.explain(say.chooseFirst)
    return
  }
  const partner = mergePartner(annotations, selected)
  const merged = partner && merge(selected, partner, links, desk.places)
  if (!merged) {
    desk.explain(partner ? say.tooManySegments : say.noPartner)
    return
  }
  desk.commit(merged.edits)
  const labels = merged.conflicts.map((key) => codebook.attributes[key]?.label ?? key).join(', ')
  if (labels) desk.explain(say.mergedKept(labels))
  else desk.say(say.merged)
}

/** Does something to the annotation chosen last with the words selected since. */
function withSelection(
  desk: MarkingDesk,
  make: (annotation: DeskAnnotation) => AnnotationEdit | null,
  done: (quote: string) => string,
) {
  const { selection, selected, recent, positions } = desk
  const annotation = selected ?? recent
  if (!desk.canEdit) return
  if (!annotation || !selection) {
    desk.explain(say.chooseAndSelect)
    return
  }
  const edit = make(annotation)
  if (!edit) {
    desk.explain(say.tooManySegments)
    return
  }
  desk.commit([edit])
  desk.choose(annotation.id)
  desk.collapse()
  desk.say(done(shortQuote(positions.slice(selection))))
}

/** Adds the selected words to the annotation chosen last. */
export function addSelection(desk: MarkingDesk): void {
  const { selection, codes } = desk
  const mainOf = ({ value }: DeskAnnotation) => codes.get(value.code)?.parts[0] ?? 'span'
  withSelection(desk, (annotation) => selection && addSegment(annotation, mainOf(annotation), selection), say.added)
}

/** Puts the annotation chosen last on the selected words. */
export function moveToSelection(desk: MarkingDesk): void {
  const { selection } = desk
  withSelection(
    desk,
    (annotation) => selection && moveSegment(annotation, desk.edgeOf(annotation).segment, selection),
    say.moved,
  )
}

/** Takes one segment out of an annotation that has several. */
export function takeOut(desk: MarkingDesk, annotation: DeskAnnotation, index: number): void {
  const segment = annotation.value.segments[index]
  const edit = removeSegment(annotation, index)
  if (!desk.canEdit) return
  if (!edit || !segment) {
    desk.explain(say.onlySegment)
    return
  }
  desk.commit([edit])
  desk.say(say.removedSegment(shortQuote(desk.positions.slice(segment))))
}

const hasChosen = ({ canEdit, selected }: MarkingDesk) => canEdit && selected !== null
const hasBoth = ({ canEdit, selected, recent, selection }: MarkingDesk) =>
  canEdit && selection !== null && (selected ?? recent) !== null

function onChosen(act: (desk: MarkingDesk, annotation: DeskAnnotation) => void): (desk: MarkingDesk) => void {
  return (desk) => {
    if (desk.selected) act(desk, desk.selected)
    else desk.explain(say.chooseFirst)
  }
}

/** What changes where annotations lie and how many there are. */
export const shapingCommands: readonly Command<MarkingDesk>[] = [
  {
    ...{ id: 'split', label: texts.split, group: 'marking', keys: ['k'], run: splitHere },
    isPossible: (desk) => desk.canEdit && annotationToSplit(desk) !== undefined,
  },
  { id: 'merge', label: texts.merge, group: 'marking', keys: ['m'], isPossible: hasChosen, run: mergeChosen },
  {
    ...{ id: 'select-words', label: texts.selectWords, group: 'marking', keys: ['w'], isPossible: hasChosen },
    run: onChosen((desk, annotation) => {
      const segment = annotation.value.segments[desk.edgeOf(annotation).segment]
      if (segment) desk.selectWords(segment)
    }),
  },
  {
    ...{ id: 'move-here', label: texts.moveHere, group: 'marking', keys: ['g'] },
    isPossible: hasBoth,
    run: moveToSelection,
  },
  {
    ...{ id: 'add-segment', label: texts.addSegment, group: 'marking', keys: ['+'] },
    isPossible: hasBoth,
    run: addSelection,
  },
  {
    ...{ id: 'remove-segment', label: texts.removeSegment, group: 'marking', keys: ['-'] },
    isPossible: ({ canEdit, selected }) => canEdit && (selected?.value.segments.length ?? 0) > 1,
    run: onChosen((desk, annotation) => takeOut(desk, annotation, desk.edgeOf(annotation).segment)),
  },
]
