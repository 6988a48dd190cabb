import type { Editor } from '@tiptap/react'
import { useRef, useState } from 'react'
import type { DocumentView } from '@/lib/coding/coding-view'
import type { Span } from '@/lib/text/spans'
import type { Positions } from './positions'
import { bringIntoSight, rangeOf } from './reading/sight'
import { selectedSpan } from './selected-span'

const isSame = (a: Span | null, b: Span | null) => a?.start === b?.start && a?.end === b?.end

/** The selection in the text, in code points, and what moves it. */
export function useTextSelection(document: DocumentView, positions: Positions) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [selection, setSelection] = useState<Span | null>(null)
  const caret = useRef(0)

  function onSelection(from: number, to: number): Span | null {
    caret.current = positions.toCodePoint(from)
    const span = from < to ? selectedSpan(document, positions, from, to) : null
    setSelection((before) => (isSame(before, span) ? before : span))
    return span
  }

  return {
    ...{ editor, setEditor, selection, caret, onSelection },
    /** Whether something is selected, be it white space only. */
    hasSelection: () => editor !== null && !editor.state.selection.empty,
    focusText: () => {
      editor?.commands.focus(null, { scrollIntoView: false })
    },
    /** Leaves the caret where the selection ended. */
    collapse: () => {
      if (editor) editor.commands.setTextSelection(editor.state.selection.to)
    },
    /** Selects a stretch and brings it into sight. */
    selectWords: (span: Span) => {
      if (!editor) return
      editor.commands.focus(null, { scrollIntoView: false })
      editor.commands.setTextSelection({ from: positions.toPosition(span.start), to: positions.toPosition(span.end) })
      bringIntoSight(rangeOf(editor, positions, span))
    },
  }
}
