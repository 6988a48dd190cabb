import { useMemo } from 'react'
import { spanCodes } from '@/lib/coding/codes'
import type { CodingView } from '@/lib/coding/coding-view'
import { makingEdits } from './annotations/making-edits'
import { useAnnotations } from './annotations/use-annotations'
import { useArticle } from './article/use-article'
import { useTray } from './codebook/use-tray'
import { allCommands } from './commands/all-commands'
import type { Command } from './commands/command'
import { applyCode } from './commands/marking-commands'
import { pickAmong, pickOne } from './commands/picking'
import { useDialog } from './dialogs/use-dialog'
import { useFind } from './find/use-find'
import { useCodingState } from './flow/use-coding-state'
import { useOtherPlaces } from './flow/use-other-places'
import { type Bound, type KeyMap, keyMap } from './keyboard/key-map'
import { useDeskKeys } from './keyboard/use-desk-keys'
import { useLinking } from './links/use-linking'
import type { OutboxSnapshot } from './outbox/snapshot'
import { useOutbox } from './outbox/use-outbox'
import { Positions } from './reading/positions'
import { useDrawnHighlights } from './reading/use-drawn-highlights'
import { useTextSelection } from './reading/use-text-selection'
import { useDeskSettings } from './settings/use-desk-settings'
import { Places } from './shaping/places'
import { deskTexts } from './texts/desk-texts'
import { useHistory } from './undo/use-history'
import { type Place, useChoice } from './use-choice'
import { useMarking } from './use-marking'
import { useMessage } from './use-message'

const canChange = ({ submitted, submitting }: OutboxSnapshot) => !submitted && !submitting

/** The state of the desk and the little that everything a coder does there is made of; see commands/ for the rest. */
export function useDesk(view: CodingView) {
  const { codebook } = view
  const positions = useMemo(() => new Positions(view.document.text), [view.document.text])
  const places = useMemo(() => new Places(view.document, positions), [view.document, positions])
  const codes = useMemo(() => spanCodes(codebook), [codebook])
  const { settings, change: changeSettings } = useDeskSettings()
  const keys = useMemo((): KeyMap<Desk> => keyMap<Desk>(allCommands, codes, settings), [codes, settings])
  const messages = useMessage()
  const inText = useTextSelection(positions, places, settings.wholeWords)
  const choice = useChoice()
  const marking = useMarking()
  const coding = useCodingState(view)

  const { outbox, snapshot } = useOutbox(view, {
    onForeignRows: (ids, conflict) => {
      history.forget(ids)
      if (conflict) messages.explain(deskTexts.announce.conflict)
    },
    onView: coding.told,
  })
  const history = useHistory(view.codingId, snapshot.isCurrent ? snapshot.rows : null, () =>
    canChange(outbox.snapshot()),
  )
  const drawing = useAnnotations(view, snapshot.rows, positions, choice.selectedId, marking.preview)
  // First of all effects: what is found is looked for in the text as it is drawn now.
  useDrawnHighlights(inText.editor, drawing.highlights)
  const find = useFind(inText.editor, positions, drawing.highlights, () => inText.caret.current)
  const otherPlaces = useOtherPlaces(inText.editor, positions)
  const { dialog, setDialog } = useDialog(snapshot)
  const canEdit = canChange(snapshot) && coding.ineligible?.confirmed !== true
  const askedPart = marking.askedPart?.id === choice.selectedId ? marking.askedPart : null
  const { selected, recent } = drawing.inHand(choice)
  const tray = useTray(selected?.value.code ?? null, settings, changeSettings)
  const article = useArticle(codebook)
  const linking = useLinking(choice.selectedId)

  function onSelection(from: number, to: number): void {
    if (!inText.onSelection(from, to)) return
    messages.hush()
    // While the desk asks for a part, the words are for the annotation in hand.
    if (!askedPart) choice.layAside()
  }

  const desk = {
    ...{ view, codebook, positions, places, spanCodes: codes, settings, changeSettings, keys },
    ...{ outbox, snapshot, canEdit, history, coding },
    ...{ ...drawing, ...choice, selected, recent, ...marking, askedPart, ...makingEdits(outbox, history) },
    ...{ ...inText, onSelection, find, otherPlaces },
    ...{ ...messages, dialog, setDialog, tray, article, linking },
    ...{ pick, pickStack, run, runById },
  }

  function pick(id: string | null, stack?: readonly string[]): void {
    pickOne(desk, id, stack)
  }

  function pickStack(ids: readonly string[], place?: Place): void {
    pickAmong(desk, ids, place)
  }

  function run(command: Command, target: EventTarget | null = null): void {
    messages.hush()
    command.run(desk, target)
  }

  /** What a button with the name of a command does. */
  function runById(id: string): void {
    const command = allCommands.find((one) => one.id === id)
    if (command) run(command)
  }

  useDeskKeys(keys, dialog !== null, (meaning: Bound<Desk>, target) => {
    if ('code' in meaning) applyCode(desk, meaning.code)
    else run(meaning.command, target)
  })

  return desk
}

/** What is made of a coding, handed to everything on the desk. An interface, since commands name it that it holds. */
export interface Desk extends ReturnType<typeof useDesk> {}
