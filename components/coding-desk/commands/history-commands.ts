import { deskTexts } from '../texts/desk-texts'
import type { Make } from '../undo/paged-history'
import type { Desk } from '../use-desk'
import type { Command } from './command'

const { announce, commands: texts } = deskTexts

function travel(desk: Desk, move: (make: Make) => void, done: string, nothing: string): void {
  if (!desk.canEdit) return
  move((edits) => {
    if (!edits) {
      desk.explain(nothing)
      return
    }
    desk.outbox.edit(edits)
    desk.say(done)
    const shown = edits.find(({ kind, after }) => kind === 'annotation' && after)
    desk.choose(shown?.id ?? null)
  })
}

/** Back and forth in what the coder did. */
export const historyCommands: readonly Command[] = [
  {
    id: 'undo',
    label: texts.undo,
    group: 'article',
    keys: ['Mod+z'],
    isPossible: ({ history, canEdit }) => canEdit && history.canUndo,
    run: (desk) => travel(desk, desk.history.undo, announce.undone, announce.nothingToUndo),
  },
  {
    id: 'redo',
    label: texts.redo,
    group: 'article',
    keys: ['Mod+Shift+z', 'Mod+y'],
    isPossible: ({ history, canEdit }) => canEdit && history.canRedo,
    run: (desk) => travel(desk, desk.history.redo, announce.redone, announce.nothingToRedo),
  },
]
