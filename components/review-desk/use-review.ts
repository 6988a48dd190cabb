import { useCallback, useMemo, useRef, useState } from 'react'
import type { ClusterView } from '@/lib/coding/review/review-view'
import type { Span } from '@/lib/text/spans'
import { applyCode } from '../coding-desk/commands/marking-commands'
import { type KeyMap, keyMap } from '../coding-desk/keyboard/key-map'
import { useDeskKeys } from '../coding-desk/keyboard/use-desk-keys'
import { PlacedRows } from '../coding-desk/outbox/placed-rows'
import { Positions } from '../coding-desk/reading/positions'
import type { useDeskSettings } from '../coding-desk/settings/use-desk-settings'
import type { useMessage } from '../coding-desk/use-message'
import type { QueueFilters } from '../review-queue/filters'
import { type Group, groupsOf } from './compare/groups'
import { type Member, memberKey, membersOf } from './compare/members'
import { withMember, withOutcome, withReading, withReadingToggled } from './decide/choosing'
import { possibleOutcomes } from './decide/possible-outcomes'
import { type Step, stepOf, stepsOf } from './decide/steps'
import type { useDeciding } from './flow/use-deciding'
import { useFocusWish } from './keyboard/focus-wish'
import type { ReviewCommand } from './keyboard/review-command'
import { commandsOf } from './keyboard/review-commands'
import type { MergeChoices } from './merge/merge-questions'
import { mergedAnnotations } from './merge/merged'
import { clusterSpan } from './passage/passage-span'
import type { Fate } from './passage/rails'
import { type ChosenOutcome, type Draft, emptyDraft } from './state/draft'
import { draftOf } from './state/review-state'
import type { ReviewStore } from './state/use-review-store'
import { deskTexts } from './texts/desk-texts'
import type { ReviewLayout } from './use-layout'
import { useWriting } from './writing/use-writing'

type Slice = (span: Span) => string

export type ReviewDialog = 'keys' | 'palette' | 'recode' | 'duplicate' | 'issue' | null

export interface ReviewParts {
  view: ClusterView
  studyId: string
  filters: QueueFilters
  store: ReviewStore
  deciding: ReturnType<typeof useDeciding>
  messages: ReturnType<typeof useMessage>
  settings: ReturnType<typeof useDeskSettings>
  layout: ReviewLayout
}

/** What the merged readings would be, as rows for drawing. */
function mergedRows(view: ClusterView, groups: readonly Group[], choices: MergeChoices, slice: Slice): PlacedRows {
  const merged = mergedAnnotations(groups, choices, { codebook: view.codebook, slice })
  return PlacedRows.of(
    merged.map(({ group, value }) => ({
      ...{ id: `merged-${group.index}`, kind: 'annotation' as const },
      ...{ value, version: 0, deleted: false as const },
    })),
  )
}

const noRows = PlacedRows.of([])

/** What an annotation comes to with the outcome that is being chosen. */
function fateWith({ outcome, taken }: Pick<Draft, 'outcome' | 'taken'>, member: Member): Fate {
  if (outcome === null || outcome === 'send_back') return 'undecided'
  if (outcome === 'keep_both') return 'taken'
  if (outcome !== 'accept') return 'left'
  if (taken.length === 0) return 'undecided'
  return taken.includes(memberKey(member)) ? 'taken' : 'left'
}

/** One cluster on the desk: what is shown of it, and everything that can be done with it. */
export function useReview(parts: ReviewParts) {
  const { view, studyId, filters, store, deciding, messages, settings, layout } = parts
  const draft = draftOf(store.state)
  const [dialog, setDialog] = useState<ReviewDialog>(null)
  /** Counts the wishes to see the cluster in the text. */
  const [sightings, setSightings] = useState(0)
  const focus = useFocusWish()
  const self = useRef<Review | null>(null)

  const groups = useMemo(() => groupsOf(view), [view])
  const members = useMemo(() => membersOf(view.readings), [view.readings])
  const possible = useMemo(() => possibleOutcomes(view, groups), [view, groups])
  const { outcome, taken, merge, rows: draftRows } = draft
  const fateOf = useCallback((member: Member) => fateWith({ outcome, taken }, member), [outcome, taken])
  const isWriting = outcome === 'write_new' && view.kind === 'spans'
  const canDecide = view.may.decide && store.state.pending === null

  const commands = useMemo(() => commandsOf(view, isWriting), [view, isWriting])
  const written = useMemo(
    () => view.codebook.codes.filter((one) => one.enabled && one.level === 'span'),
    [view.codebook],
  )
  const keys = useMemo(
    (): KeyMap<Review> => keyMap<Review>(commands, isWriting ? written : [], settings.settings),
    [commands, isWriting, written, settings.settings],
  )

  const positions = useMemo(() => new Positions(view.document.text), [view.document.text])
  const slice = useCallback((span: Span) => positions.slice(span), [positions])
  const rows = useMemo(() => {
    if (outcome === 'write_new') return draftRows
    return outcome === 'merge' && view.kind === 'spans' ? mergedRows(view, groups, merge, slice) : noRows
  }, [outcome, draftRows, merge, view, groups, slice])
  const writing = useWriting({
    ...{ view, store, positions, rows, settings, messages, setDialog },
    canEdit: isWriting && view.may.decide,
    keysOf: keys.keysOf,
    runById: (id) => runById(id),
  })

  function set(change: Partial<Draft>): void {
    if (!canDecide) return
    store.dispatch({ type: 'drafted', change })
    // What was said about the draft before no longer holds.
    if (messages.message.isVisible) messages.say('')
  }

  /** Goes to the step after this one, unless it lacks its cause; after the last one decides. */
  function goOn(from?: Step): void {
    const now = draftOf(store.now())
    const steps = stepsOf(view, now)
    if (steps.length === 0) {
      messages.explain(deskTexts.chooseFirst)
      return
    }
    if (from === 'cause' && now.cause === null) {
      if (canDecide) store.dispatch({ type: 'refused', problems: { cause: deskTexts.missing.cause } })
      focus.wish('cause')
      return
    }
    const next = steps[from ? steps.indexOf(from) + 1 : 0]
    if (next) focus.wish(next)
    else void deciding.decide()
  }

  function choose(wanted: ChosenOutcome): void {
    if (!possible.includes(wanted)) return
    const change = withOutcome(view, draft, wanted)
    set(change)
    const isSettled = wanted === 'accept' && ((change.taken?.length ?? 0) > 0 || (change.value ?? null) !== null)
    if (wanted === 'write_new' && view.kind === 'spans') {
      layout.set({ reading: 'stacked' })
      // Writing begins where the cluster does.
      writing.moveCaret(clusterSpan(view).start, false)
      seeCluster()
    } else goOn(isSettled ? 'detail' : undefined)
  }

  function takeReading(letter: string): void {
    set(withReading(view, letter))
    goOn('detail')
  }

  function seeCluster(): void {
    setSightings((count) => count + 1)
  }

  async function go(to: 'previous' | 'next'): Promise<void> {
    const id = to === 'next' ? view.nextId : view.previousId
    if (id) await deciding.open(id)
    else messages.explain(deskTexts.endOfQueue)
  }

  function run(command: ReviewCommand, target: EventTarget | null = null): void {
    messages.hush()
    if (self.current) command.run(self.current, target)
  }

  function runById(id: string): void {
    const command = commands.find((one) => one.id === id)
    if (command) run(command)
  }

  const review = {
    ...{ view, studyId, filters, store, state: store.state, draft, deciding, messages, settings, layout },
    ...{ groups, members, possible, fateOf, isWriting, canDecide, keys, commands, slice, writing },
    ...{ dialog, setDialog, sightings, focus },
    ...{ set, goOn, choose, takeReading, go, run, runById },
    toggleReading: (letter: string) => set(withReadingToggled(view, draft, letter)),
    toggleMember: (key: string) => set(withMember(draft, key)),
    seeCluster,
    /** Lets somebody else's decision stand: the own draft goes, and the next cluster comes. */
    leaveAsDecided: () => {
      store.dispatch({ type: 'drafted', change: emptyDraft })
      void deciding.open(view.nextId ?? view.id)
    },
    /** Decides, or leads to what is missing. */
    decide: async (supersedes?: string) => {
      await deciding.decide(supersedes)
      const [field] = Object.keys(store.now().problems)
      const step = field === undefined ? undefined : stepOf(field)
      if (step) focus.wish(step)
    },
  }
  self.current = review

  useDeskKeys(keys, dialog !== null || store.state.conflict !== null, (meaning, target) => {
    if ('code' in meaning) applyCode(writing, meaning.code)
    else run(meaning.command, target)
  })

  return review
}

/** What is made of a cluster, handed to everything on the desk. An interface, since commands name it that it holds. */
export interface Review extends ReturnType<typeof useReview> {}
