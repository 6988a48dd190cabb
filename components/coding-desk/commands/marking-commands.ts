import type { Code } from '@/lib/coding/codebook'
import { shortQuote } from '../desk-annotations'
import { create, recode, remove, unlink } from '../edits'
import { leaveFind } from '../find/leave-find'
import { focusOf } from '../keyboard/focus'
import { deskTexts } from '../texts'
import type { Desk } from '../use-desk'
import type { Command } from './command'

const { announce, commands: texts } = deskTexts

/** Codes the selected words, or changes the code of the chosen annotation. */
export function applyCode(desk: Desk, chosen: Code): void {
  const { selection, selected, codebook, positions } = desk
  if (!desk.canEdit) return
  if (selection) {
    const edit = create(codebook, chosen, selection)
    desk.commit([edit])
    desk.say(announce.coded(chosen.label, shortQuote(positions.slice(selection))))
    desk.choose(edit.id)
    desk.collapse()
  } else if (selected) {
    if (selected.value.code !== chosen.key) desk.commit([recode(codebook, selected, chosen)])
    desk.say(announce.recoded(chosen.label))
  } else {
    desk.explain(desk.hasSelection() ? announce.onlySpace : announce.selectFirst)
  }
}

/** Deletes the chosen annotation with its links. */
function deleteSelected(desk: Desk): void {
  const { selected } = desk
  if (!desk.canEdit || !selected) return
  desk.commit([...desk.linksOf(selected.id).map(unlink), remove(selected)])
  desk.say(announce.deleted(desk.labelOf(selected.value.code)))
  desk.choose(null)
  desk.focusText()
}

function letGo(desk: Desk, target: EventTarget | null): void {
  const focus = focusOf(target)
  if (desk.find.isOpen && target instanceof Element && target.closest('[data-find]')) leaveFind(desk)
  else if (focus === 'writing' || focus === 'choice') desk.focusText()
  else if (desk.hasSelection()) desk.collapse()
  else desk.pick(null)
}

const hasChosen = ({ canEdit, selected }: Desk) => canEdit && selected !== null

/** What is done with marks. */
export const markingCommands: readonly Command[] = [
  {
    id: 'delete',
    label: texts.delete,
    group: 'marking',
    keys: ['Delete', 'Backspace'],
    scope: 'reading',
    isPossible: hasChosen,
    run: deleteSelected,
  },
  { id: 'let-go', label: texts.letGo, group: 'marking', keys: ['Escape'], scope: 'everywhere', run: letGo },
]
