import { useCallback, useMemo, useState } from 'react'
import { type Code, spanCodes } from '@/lib/coding/codebook'
import type { CodingView } from '@/lib/coding/coding-view'
import { deskAnnotations, shortQuote } from './desk-annotations'
import { create, type DeskAnnotation, recode, remove } from './edits'
import { type DeskCommand, focusOf } from './keys'
import { spansAt } from './lanes'
import type { RowEdit } from './outbox/record'
import { Positions } from './positions'
import { sameValue } from './same-value'
import { deskTexts } from './texts'
import { useAnnotations } from './use-annotations'
import { useDeskKeys } from './use-desk-keys'
import { useHistory } from './use-history'
import { useOutbox } from './use-outbox'
import { useTextSelection } from './use-text-selection'

const { announce } = deskTexts

/** Something to tell: always to a screen reader, to everybody when it explains why nothing happened. */
export interface Message {
  text: string
  isVisible: boolean
}

export type OpenDialog = 'submit' | 'keys' | 'refused' | null

/** The state of the desk and everything a coder can do there. */
export function useDesk(view: CodingView) {
  const positions = useMemo(() => new Positions(view.document.text), [view.document.text])
  const codes = useMemo(() => spanCodes(view.codebook), [view.codebook])
  const history = useHistory()
  const [message, setMessage] = useState<Message>({ text: '', isVisible: false })
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [stackIds, setStackIds] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const inText = useTextSelection(view.document, positions)
  const { selection, caret, focusText } = inText

  const say = (text: string) => setMessage({ text, isVisible: false })
  const explain = (text: string) => setMessage({ text, isVisible: true })

  const { outbox, snapshot } = useOutbox(view, (ids, conflict) => {
    history.forget(ids)
    if (conflict) explain(announce.conflict)
  })
  const drawing = useAnnotations(view, snapshot.rows, positions, selectedId)
  const { annotations } = drawing
  const canEdit = !snapshot.submitted && !snapshot.submitting
  const selected = annotations.find(({ id }) => id === selectedId) ?? null
  const labelOf = (key: string) => drawing.codes.get(key)?.label ?? key
  const quoteOf = useCallback(
    (annotation: DeskAnnotation) => annotation.value.segments.map((segment) => positions.slice(segment)).join(' … '),
    [positions],
  )

  function pick(id: string | null, stack: readonly string[] = []): void {
    setSelectedId(id)
    setStackIds(stack)
    const annotation = annotations.find((one) => one.id === id)
    if (annotation) say(announce.coded(labelOf(annotation.value.code), shortQuote(quoteOf(annotation))))
  }

  /** A click on stacked annotations takes the innermost one; the next click on them takes the one around it. */
  function pickStack(ids: readonly string[]): void {
    const at = selectedId ? ids.indexOf(selectedId) : -1
    pick(ids[(at + 1) % Math.max(1, ids.length)] ?? null, ids)
  }

  function commit(edits: readonly RowEdit[], group?: string): void {
    outbox.edit(edits)
    history.remember(edits, group)
  }

  function code(chosen: Code): void {
    if (!canEdit) return
    if (selection) {
      const edit = create(view.codebook, chosen, selection)
      commit([edit])
      say(announce.coded(chosen.label, shortQuote(positions.slice(selection))))
      setSelectedId(edit.id)
      setStackIds([])
      inText.collapse()
    } else if (selected) {
      if (selected.value.code !== chosen.key) commit([recode(view.codebook, selected, chosen)])
      say(announce.recoded(chosen.label))
    } else {
      explain(inText.hasSelection() ? announce.onlySpace : announce.selectFirst)
    }
  }

  /** Edits the annotation as it stands now: a field may hand over its last words after other changes. */
  function edit(id: string, make: (annotation: DeskAnnotation) => RowEdit, field?: string): void {
    const row = outbox.snapshot().rows.get(id)
    const [now] = row ? deskAnnotations([row]) : []
    const made = now && make(now)
    if (made && !sameValue(made.before, made.after)) commit([made], field && `${id}:${field}`)
  }

  function deleteSelected(): void {
    if (!canEdit || !selected) return
    commit([remove(selected)])
    say(announce.deleted(labelOf(selected.value.code)))
    setSelectedId(null)
    focusText()
  }

  function travel(edits: readonly RowEdit[] | null, done: string, nothing: string): void {
    if (!canEdit) return
    if (!edits) {
      explain(nothing)
      return
    }
    outbox.edit(edits)
    say(done)
    const shown = edits.find(({ after }) => after)
    setSelectedId(shown?.id ?? null)
  }

  /** The next annotation after (1) or before (-1) the chosen one, or the caret. */
  function step(by: 1 | -1): void {
    const at = annotations.findIndex(({ id }) => id === selectedId)
    const after = annotations.findIndex(({ start }) => start >= caret.current)
    const fromCaret = by === 1 ? after : (after < 0 ? annotations.length : after) - 1
    const next = annotations[at >= 0 ? at + by : fromCaret]
    if (next) pick(next.id)
  }

  function enter(): void {
    if (selected) {
      document.querySelector<HTMLElement>('.desk-questions :is(input, select, textarea)')?.focus()
      return
    }
    const [inner, ...others] = spansAt(annotations, caret.current)
    if (inner)
      pick(
        inner.id,
        [inner, ...others].map(({ id }) => id),
      )
  }

  function letGo(target: EventTarget | null): void {
    const focus = focusOf(target)
    if (focus === 'writing' || focus === 'choice') focusText()
    else if (inText.hasSelection()) inText.collapse()
    else pick(null)
  }

  const acts: Record<Exclude<DeskCommand['do'], 'code'>, (target: EventTarget | null) => void> = {
    undo: () => travel(history.undo(), announce.undone, announce.nothingToUndo),
    redo: () => travel(history.redo(), announce.redone, announce.nothingToRedo),
    previous: () => step(-1),
    next: () => step(1),
    delete: deleteSelected,
    enter,
    escape: letGo,
    keys: () => setDialog('keys'),
  }

  function run(command: DeskCommand, target: EventTarget | null): void {
    if (command.do === 'code') code(command.code)
    else acts[command.do](target)
  }

  useDeskKeys(codes, dialog !== null, run)

  function onSelection(from: number, to: number): void {
    if (inText.onSelection(from, to)) setSelectedId(null)
  }

  return {
    ...drawing,
    ...{ positions, spanCodes: codes, outbox, snapshot, canEdit, history, message, dialog, setDialog },
    ...{ selection, selected, stackIds, quoteOf, run, code, edit, deleteSelected, pick, pickStack },
    ...{ onSelection, setEditor: inText.setEditor, selectWords: inText.selectWords },
  }
}

export type Desk = ReturnType<typeof useDesk>
