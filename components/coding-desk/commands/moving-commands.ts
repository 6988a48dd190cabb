import { annotationsAt } from '../annotations/desk-annotations'
import type { MarkingDesk } from '../marking-desk'
import { enterQuestions } from '../questions/go-on'
import { deskTexts } from '../texts/desk-texts'
import type { Command } from './command'
import { takeAskedPart } from './parts-commands'

const { commands: texts } = deskTexts

/** The next annotation after (1) or before (-1) the chosen one, or the caret. */
function step({ annotations, selected, caret, pick }: MarkingDesk, by: 1 | -1): void {
  const at = annotations.findIndex(({ id }) => id === selected?.id)
  const after = annotations.findIndex(({ start }) => start >= caret.current)
  const fromCaret = by === 1 ? after : (after < 0 ? annotations.length : after) - 1
  const next = annotations[at >= 0 ? at + by : fromCaret]
  if (next) pick(next.id)
}

/** Takes the part that is asked for; otherwise chooses what is at the caret, or goes to the questions of what is chosen. */
function enter(desk: MarkingDesk): void {
  const { shown, selected, caret, pickStack } = desk
  if (desk.askedPart) {
    takeAskedPart(desk)
    return
  }
  if (selected) {
    enterQuestions(document.querySelector('.desk-questions'))
    return
  }
  pickStack(annotationsAt(shown, caret.current).map(({ id }) => id))
}

/** Ways through the annotations. */
export const movingCommands: readonly Command<MarkingDesk>[] = [
  { id: 'enter', label: texts.enter, group: 'moving', keys: ['Enter'], scope: 'reading', run: enter },
  { id: 'previous', label: texts.previous, group: 'moving', keys: ['['], run: (desk) => step(desk, -1) },
  { id: 'next', label: texts.next, group: 'moving', keys: [']'], run: (desk) => step(desk, 1) },
]
