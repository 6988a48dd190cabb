import { useMemo } from 'react'
import { spanCodes } from '@/lib/coding/codes'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { makingEdits } from '../../coding-desk/annotations/making-edits'
import { useAnnotations } from '../../coding-desk/annotations/use-annotations'
import { pickOne } from '../../coding-desk/commands/picking'
import type { KeyMap } from '../../coding-desk/keyboard/key-map'
import type { MarkingDesk } from '../../coding-desk/marking-desk'
import type { PlacedRows } from '../../coding-desk/outbox/placed-rows'
import type { Positions } from '../../coding-desk/reading/positions'
import { useTextSelection } from '../../coding-desk/reading/use-text-selection'
import type { useDeskSettings } from '../../coding-desk/settings/use-desk-settings'
import { Places } from '../../coding-desk/shaping/places'
import { useChoice } from '../../coding-desk/use-choice'
import { useMarking } from '../../coding-desk/use-marking'
import type { useMessage } from '../../coding-desk/use-message'
import { draftOf } from '../state/review-state'
import type { ReviewStore } from '../state/use-review-store'

interface WritingParts {
  view: ClusterView
  store: ReviewStore
  positions: Positions
  /** What is drawn as what becomes gold: what is being written, or what the merged readings are. */
  rows: PlacedRows
  canEdit: boolean
  settings: ReturnType<typeof useDeskSettings>
  messages: ReturnType<typeof useMessage>
  keysOf: KeyMap<never>['keysOf']
  setDialog(window: 'palette' | 'recode' | 'duplicate'): void
  runById(id: string): void
}

/** The coding desk's own tools, for a reviewer who writes what becomes gold: kept in the draft until it is decided. */
export function useWriting(parts: WritingParts): MarkingDesk {
  const { view, store, positions, rows, canEdit, settings, messages, keysOf, setDialog, runById } = parts
  const { codebook, document } = view
  const places = useMemo(() => new Places(document, positions), [document, positions])
  const offered = useMemo(() => spanCodes(codebook), [codebook])
  const inText = useTextSelection(positions, places, settings.settings.wholeWords)
  const choice = useChoice()
  const marking = useMarking()
  const drawing = useAnnotations(view, rows, positions, choice.selectedId, marking.preview)
  const { commit, edit } = useMemo(
    () =>
      makingEdits(
        // The draft remembers each step itself.
        { edit: () => undefined, snapshot: () => ({ rows: draftOf(store.now()).rows }) },
        { remember: (edits, group) => store.dispatch({ type: 'edited', edits, group }) },
      ),
    [store.dispatch, store.now],
  )
  const { selected, recent } = drawing.inHand(choice)
  const askedPart = marking.askedPart?.id === choice.selectedId ? marking.askedPart : null

  const desk: MarkingDesk = {
    ...{ codebook, positions, places, spanCodes: offered, canEdit, keys: { keysOf }, setDialog, runById },
    ...{ settings: settings.settings, changeSettings: settings.change },
    view: {
      ...{ document, codebook, targets: view.targets, ownTargets: [] },
      // What the tool proposes is for nobody here: a reviewer decides.
      round: { allows: { prefill: false, markAll: false } },
    },
    ...{ ...drawing, ...choice, selected, recent, ...marking, askedPart, commit, edit },
    ...{ ...inText, say: messages.say, explain: messages.explain, confirm: messages.confirm },
    onSelection(from: number, to: number) {
      const span = inText.onSelection(from, to)
      if (span && !askedPart) choice.layAside()
      return span
    },
    pick: (id, stack) => pickOne(desk, id, stack),
    pickStack(ids, place) {
      if (askedPart) return
      const own = ids.filter((one) => drawing.annotations.some(({ id }) => id === one))
      const id = own.find((one) => one === selected?.id) ?? own[0] ?? null
      pickOne(desk, id, own)
      const at = own.length > 1 ? (place ?? inText.caretPlace()) : null
      if (at) choice.choose(id, own, { place: at, byKey: !place })
    },
  }
  return desk
}
