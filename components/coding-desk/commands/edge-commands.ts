import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import type { MarkingDesk } from '../marking-desk'
import { type Edge, edgesOf, nudgeEdge } from '../shaping/edges'
import type { Direction, Stride } from '../shaping/places'
import { reshape } from '../shaping/shape-edits'
import { markingTexts } from '../texts/marking-texts'
import type { Command } from './command'

const { commands: texts, say } = markingTexts

/** So much of the words at an edge is read out; code points. */
const readOut = 40

/** The words that an annotation starts or ends with, at one of its edges. */
export function wordsAt(
  { value }: DeskAnnotation,
  { segment, side }: Edge,
  desk: Pick<MarkingDesk, 'positions'>,
): string {
  const span = value.segments[segment]
  if (!span) return ''
  const { start, end } = span
  const near =
    side === 'start' ? { start, end: Math.min(end, start + readOut) } : { start: Math.max(start, end - readOut), end }
  return shortQuote(desk.positions.slice(near), readOut)
}

/** Moves an edge of an annotation by a character or word; several such moves of one edge are one step for undo. */
export function nudge(
  desk: MarkingDesk,
  annotation: DeskAnnotation,
  edge: Edge,
  stride: Stride,
  direction: Direction,
): void {
  const moved = nudgeEdge(annotation.value.segments, edge, stride, direction, desk.places)
  if (!moved) {
    desk.explain(say.edgeStuck)
    return
  }
  const edit = reshape(annotation, moved.segments)
  desk.commit([edit], `${annotation.id}:edge:${edge.segment}:${edge.side}`)
  desk.holdEdge(annotation.id, moved.edge)
  const after = { ...annotation, value: edit.after ?? annotation.value }
  desk.say(say.edge(edge.side, wordsAt(after, moved.edge, desk)))
}

function nudgeChosen(desk: MarkingDesk, stride: Stride, direction: Direction): void {
  const { selected, canEdit } = desk
  if (!canEdit) return
  if (selected) nudge(desk, selected, desk.edgeOf(selected), stride, direction)
  else desk.explain(say.chooseFirst)
}

function switchEdge(desk: MarkingDesk): void {
  const { selected } = desk
  if (!selected) {
    desk.explain(say.chooseFirst)
    return
  }
  const edges = edgesOf(selected.value.segments)
  const { segment, side } = desk.edgeOf(selected)
  const at = edges.findIndex((edge) => edge.segment === segment && edge.side === side)
  const next = edges[(at + 1) % edges.length]
  if (!next) return
  desk.holdEdge(selected.id, next)
  desk.say(say.edge(next.side, wordsAt(selected, next, desk)))
}

const edgeCommand = (
  id: string,
  label: string,
  key: string,
  run: (desk: MarkingDesk) => void,
): Command<MarkingDesk> => ({
  ...{ id, label, run, keys: [key] },
  group: 'marking',
  isPossible: ({ canEdit, selected }) => canEdit && selected !== null,
})

/** The edges of the chosen annotation by keys. */
export const edgeCommands: readonly Command<MarkingDesk>[] = [
  edgeCommand('edge-switch', texts.switchEdge, 'e', switchEdge),
  edgeCommand('edge-word-back', texts.edgeWordBack, ',', (desk) => nudgeChosen(desk, 'word', -1)),
  edgeCommand('edge-word-on', texts.edgeWordOn, '.', (desk) => nudgeChosen(desk, 'word', 1)),
  edgeCommand('edge-character-back', texts.edgeCharacterBack, '<', (desk) => nudgeChosen(desk, 'character', -1)),
  edgeCommand('edge-character-on', texts.edgeCharacterOn, '>', (desk) => nudgeChosen(desk, 'character', 1)),
]
