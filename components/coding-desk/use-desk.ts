import { useCallback, useMemo } from 'react'
import { spanCodes } from '@/lib/coding/codebook'
import type { CodingView } from '@/lib/coding/coding-view'
import { deskAnnotations, shortQuote } from './annotations/desk-annotations'
import type { DeskAnnotation } from './annotations/edits'
import { sameValue } from './annotations/same-value'
import { useAnnotations } from './annotations/use-annotations'
import { useArticle } from './article/use-article'
import { useTray } from './codebook/use-tray'
import { allCommands } from './commands/all-commands'
import type { Command } from './commands/command'
import { applyCode } from './commands/marking-commands'
import { useDialog } from './dialogs/use-dialog'
import { useFind } from './find/use-find'
import { useCodingState } from './flow/use-coding-state'
import { useOtherPlaces } from './flow/use-other-places'
import { type Bound, keyMap } from './keyboard/key-map'
import { useDeskKeys } from './keyboard/use-desk-keys'
import { linkToClicked } from './links/linking'
import { useLinking } from './links/use-linking'
import type { AnnotationEdit, RowEdit } from './outbox/record'
import { useOutbox } from './outbox/use-outbox'
import { Positions } from './reading/positions'
import { useTextSelection } from './reading/use-text-selection'
import { useDeskSettings } from './settings/use-desk-settings'
import { Places } from './shaping/places'
import { deskTexts } from './texts/desk-texts'
import { linkTexts } from './texts/link-texts'
import { useHistory } from './undo/use-history'
import { type Place, useChoice } from './use-choice'
import { useMarking } from './use-marking'
import { useMessage } from './use-message'

const { announce } = deskTexts

/** The state of the desk and the little that everything a coder does there is made of; see commands/ for the rest. */
export function useDesk(view: CodingView) {
  const { codebook } = view
  const positions = useMemo(() => new Positions(view.document.text), [view.document.text])
  const places = useMemo(() => new Places(view.document, positions), [view.document, positions])
  const codes = useMemo(() => spanCodes(codebook), [codebook])
  const { settings, change: changeSettings } = useDeskSettings()
  const keys = useMemo(() => keyMap(allCommands, codes, settings), [codes, settings])
  const { message, say, explain } = useMessage()
  const inText = useTextSelection(positions, places, settings.wholeWords)
  const choice = useChoice()
  const marking = useMarking()
  const coding = useCodingState(view)

  const { outbox, snapshot } = useOutbox(view, {
    onForeignRows: (ids, conflict) => {
      history.forget(ids)
      if (conflict) explain(announce.conflict)
    },
    onView: coding.told,
  })
  const history = useHistory(view.codingId, snapshot.isCurrent ? snapshot.rows : null)
  const drawing = useAnnotations(view, snapshot.rows, positions, choice.selectedId, marking.preview)
  const { annotations, links } = drawing
  const find = useFind(inText.editor, positions, drawing.highlights, () => inText.caret.current)
  const otherPlaces = useOtherPlaces(inText.editor, positions)
  const { dialog, setDialog } = useDialog(snapshot)
  const canEdit = !snapshot.submitted && !snapshot.submitting && coding.ineligible?.confirmed !== true
  const askedPart = marking.askedPart?.id === choice.selectedId ? marking.askedPart : null
  const selected = annotations.find(({ id }) => id === choice.selectedId) ?? null
  const recent = annotations.find(({ id }) => id === choice.recentId) ?? null
  const tray = useTray(selected?.value.code ?? null, settings, changeSettings)
  const article = useArticle(codebook)
  const linking = useLinking(choice.selectedId)
  const labelOf = (key: string) => drawing.codes.get(key)?.label ?? key
  const quoteOf = useCallback(
    (annotation: DeskAnnotation) => annotation.value.segments.map((segment) => positions.slice(segment)).join(' … '),
    [positions],
  )

  /** Chooses an annotation and says which. @param stack all that are on the same words */
  function pick(id: string | null, stack: readonly string[] = []): void {
    choice.choose(id, stack)
    const annotation = annotations.find((one) => one.id === id)
    if (!annotation) return
    const linked = linksOf(annotation.id).length
    const words = announce.coded(labelOf(annotation.value.code), shortQuote(quoteOf(annotation)))
    say(linked > 0 ? `${words} (${linkTexts.announce.count(linked)})` : words)
  }

  /**
   * Takes the innermost of the annotations on the same words, or keeps the one of them in hand, and offers the others.
   * @param place where they are; at the caret, by key, when not said
   */
  function pickStack(ids: readonly string[], place?: Place): void {
    // A click on the way to the words that are asked for.
    if (askedPart) return
    if (linking.isOn) {
      linkToClicked(desk, ids)
      return
    }
    const id = ids.find((one) => one === choice.selectedId) ?? ids[0] ?? null
    pick(id, ids)
    const at = ids.length > 1 ? (place ?? inText.caretPlace()) : null
    if (at) choice.choose(id, ids, { place: at, byKey: !place })
  }

  /** Makes edits that stand or fall together. @param group edits in a row with the same group are one step for undo */
  function commit(edits: readonly RowEdit[], group?: string): void {
    outbox.edit(edits)
    history.remember(edits, group)
  }

  /** Edits the annotation as it stands now: a field may hand over its last words after other changes. */
  function edit(id: string, make: (annotation: DeskAnnotation) => AnnotationEdit | null, field?: string): void {
    const row = outbox.snapshot().rows.get(id)
    const [now] = row ? deskAnnotations([row]) : []
    const made = now && make(now)
    if (made && !sameValue(made.before, made.after)) commit([made], field && `${id}:${field}`)
  }

  function onSelection(from: number, to: number): void {
    // While the desk asks for a part, the words are for the annotation in hand.
    if (inText.onSelection(from, to) && !askedPart) choice.layAside()
  }

  const linksOf = (id: string) => links.filter(({ value }) => value.from === id || value.to === id)

  const desk = {
    ...drawing,
    ...{
      view,
      codebook,
      positions,
      places,
      settings,
      changeSettings,
      spanCodes: codes,
      keys,
      outbox,
      snapshot,
      canEdit,
      history,
      message,
    },
    ...{ dialog, setDialog, say, explain, choose: choice.choose, selected, recent },
    ...{ stackIds: choice.stackIds, offer: choice.offer, withdraw: choice.withdraw },
    ...{ ...marking, askedPart },
    ...{ tray, article, linking },
    ...{ quoteOf, labelOf, linksOf, pick, pickStack, commit, edit, onSelection },
    ...{ selection: inText.selection, caret: inText.caret, head: inText.head, hasSelection: inText.hasSelection },
    ...{
      editor: inText.editor,
      moveCaret: inText.moveCaret,
      find,
      otherPlaces,
      coding,
      focusText: inText.focusText,
      collapse: inText.collapse,
      selectWords: inText.selectWords,
    },
    ...{ setEditor: inText.setEditor, run, runById },
  }

  function run(command: Command, target: EventTarget | null = null): void {
    command.run(desk, target)
  }

  /** What a button with the name of a command does. */
  function runById(id: string): void {
    const command = allCommands.find((one) => one.id === id)
    if (command) run(command)
  }

  useDeskKeys(keys, dialog !== null, (meaning: Bound, target) => {
    if ('code' in meaning) applyCode(desk, meaning.code)
    else run(meaning.command, target)
  })

  return desk
}

export type Desk = ReturnType<typeof useDesk>
