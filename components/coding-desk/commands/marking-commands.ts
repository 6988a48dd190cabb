import type { Code } from '@/lib/coding/codebook'
import type { Span } from '@/lib/text/spans'
import { shortQuote } from '../annotations/desk-annotations'
import { create, type DeskAnnotation, recode, remove, unfitLinks, unlink } from '../annotations/edits'
import { withPrefilled } from '../annotations/prefilling'
import { leaveFind } from '../find/leave-find'
import { focusOf } from '../keyboard/focus'
import { stopLinking } from '../links/linking'
import type { MarkingDesk } from '../marking-desk'
import { duplicate } from '../shaping/shape-edits'
import { deskTexts } from '../texts/desk-texts'
import { markingTexts } from '../texts/marking-texts'
import type { Desk } from '../use-desk'
import type { Command } from './command'
import { askForParts, endParts } from './parts-commands'

const { announce, commands: texts } = deskTexts
const { say } = markingTexts

function codeWords(desk: MarkingDesk, chosen: Code, selection: Span): void {
  const edit = withPrefilled(desk, create(desk.codebook, chosen, selection))
  desk.commit([edit])
  desk.say(announce.coded(chosen.label, shortQuote(desk.positions.slice(selection))))
  desk.choose(edit.id)
  desk.collapse()
  askForParts(desk, edit.id, chosen)
}

/** Gives an annotation another code; the links that it can no longer have go with the old one. */
export function changeCode(desk: MarkingDesk, annotation: DeskAnnotation, chosen: Code): void {
  if (!desk.canEdit) return
  if (annotation.value.code !== chosen.key) {
    const gone = unfitLinks(desk.codebook, annotation, chosen, desk.linksOf(annotation.id))
    desk.commit([...gone.map(unlink), recode(desk.codebook, annotation, chosen)])
  }
  desk.say(announce.recoded(chosen.label))
}

/** Codes the selected words, or changes the code of the chosen annotation. */
export function applyCode(desk: MarkingDesk, chosen: Code): void {
  const { selection, selected } = desk
  if (!desk.canEdit) return
  if (selection) codeWords(desk, chosen, selection)
  else if (selected) changeCode(desk, selected, chosen)
  else {
    desk.explain(desk.hasSelection() ? announce.onlySpace : announce.selectFirst)
    return
  }
  desk.setLastCodeKey(chosen.key)
}

/** Codes the words of the chosen annotation with another code, too. */
export function duplicateTo(desk: MarkingDesk, chosen: Code): void {
  const { selected, codebook } = desk
  if (!desk.canEdit || !selected) return
  const edit = duplicate(codebook, selected, chosen)
  desk.commit([edit])
  desk.choose(edit.id)
  desk.say(say.duplicated(chosen.label))
  desk.setLastCodeKey(chosen.key)
}

function applyLastCode(desk: MarkingDesk): void {
  const code = desk.spanCodes.find(({ key }) => key === desk.lastCodeKey)
  if (code) applyCode(desk, code)
  else desk.explain(say.noLastCode)
}

/** Deletes the chosen annotation with its links. */
function deleteSelected(desk: MarkingDesk): void {
  const { selected } = desk
  if (!desk.canEdit || !selected) return
  desk.commit([...desk.linksOf(selected.id).map(unlink), remove(selected)])
  desk.confirm(announce.deleted(desk.labelOf(selected.value.code)))
  desk.choose(null)
  desk.focusText()
}

/** What Esc leads out of, the nearest first: one at a time, the chosen annotation last. */
const waysOut: readonly { isIn(desk: Desk, target: EventTarget | null): boolean; leave(desk: Desk): void }[] = [
  {
    isIn: ({ find }, target) => find.isOpen && target instanceof Element && target.closest('[data-find]') !== null,
    leave: leaveFind,
  },
  { isIn: ({ linking }) => linking.isOn, leave: stopLinking },
  { isIn: (_, target) => ['writing', 'choice'].includes(focusOf(target)), leave: (desk) => desk.focusText() },
  { isIn: ({ otherPlaces }) => otherPlaces.like !== null, leave: (desk) => desk.otherPlaces.end() },
  { isIn: ({ askedPart }) => askedPart !== null, leave: endParts },
  { isIn: (_, target) => focusOf(target) === 'button', leave: (desk) => desk.focusText() },
  { isIn: (desk) => desk.hasSelection(), leave: (desk) => desk.collapse() },
]

function letGo(desk: Desk, target: EventTarget | null): void {
  const out = waysOut.find(({ isIn }) => isIn(desk, target))
  if (out) {
    out.leave(desk)
    return
  }
  desk.pick(null)
  if (focusOf(target) !== 'text') desk.focusText()
}

const hasChosen = ({ canEdit, selected }: MarkingDesk) => canEdit && selected !== null

const openOnChosen = (window: 'recode' | 'duplicate') => (desk: MarkingDesk) => {
  if (!desk.canEdit) return
  if (desk.selected) desk.setDialog(window)
  else desk.explain(say.chooseFirst)
}

/** What is done with marks. */
export const markCommands: readonly Command<MarkingDesk>[] = [
  {
    ...{ id: 'again', label: markingTexts.commands.again, group: 'marking', keys: ['r'], run: applyLastCode },
    isPossible: ({ canEdit, selection, selected, lastCodeKey }) =>
      canEdit && lastCodeKey !== null && (selection ?? selected) !== null,
  },
  {
    ...{ id: 'recode', label: markingTexts.commands.recode, group: 'marking', keys: ['c'], isPossible: hasChosen },
    run: openOnChosen('recode'),
  },
  {
    ...{
      id: 'duplicate',
      label: markingTexts.commands.duplicate,
      group: 'marking',
      keys: ['d'],
      isPossible: hasChosen,
    },
    run: openOnChosen('duplicate'),
  },
  {
    id: 'delete',
    label: texts.delete,
    group: 'marking',
    keys: ['Delete', 'Backspace'],
    scope: 'reading',
    isPossible: hasChosen,
    run: deleteSelected,
  },
]

/** Leads one step out of whatever the coder is in. */
export const letGoCommand: Command = {
  ...{ id: 'let-go', label: texts.letGo, group: 'marking', keys: ['Escape'], scope: 'everywhere', run: letGo },
}
