import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useRef, useState } from 'react'
import type { Span } from '@/lib/text/spans'
import type { Places } from '../shaping/places'
import type { Place } from '../use-choice'
import type { Positions } from './positions'
import { selectedSpan } from './selected-span'
import { bringIntoSight, rangeOf } from './sight'

const isSame = (a: Span | null, b: Span | null) => a?.start === b?.start && a?.end === b?.end

/** Puts the caret at a code point; the selection's other end stays where it is when it is to extend. */
function moveCaret(editor: Editor, positions: Positions, to: number, extend: boolean): void {
  const { view } = editor
  const head = positions.toPosition(to)
  const selection = TextSelection.create(view.state.doc, extend ? view.state.selection.anchor : head, head)
  view.focus()
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
}

/**
 * The selection in the text, in code points, and what moves it.
 * @param wholeWords whether a selection grows to whole words
 */
export function useTextSelection(positions: Positions, places: Places, wholeWords: boolean) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [selection, setSelection] = useState<Span | null>(null)
  const caret = useRef(0)

  function onSelection(from: number, to: number): Span | null {
    caret.current = positions.toCodePoint(from)
    const span = from < to ? selectedSpan(positions, places, from, to, wholeWords) : null
    setSelection((before) => (isSame(before, span) ? before : span))
    return span
  }

  return {
    ...{ editor, setEditor, selection, caret, onSelection },
    /** Where the caret is in the window. */
    caretPlace: (): Place | null => editor?.view.coordsAtPos(editor.state.selection.from) ?? null,
    /** Whether something is selected, be it white space only. */
    hasSelection: () => editor !== null && !editor.state.selection.empty,
    /** Where the caret blinks: the end of the selection that moves. */
    head: () => (editor ? positions.toCodePoint(editor.state.selection.head) : 0),
    /** Puts the caret at a code point, with the focus. */
    moveCaret: (to: number, extend: boolean) => {
      if (editor) moveCaret(editor, positions, to, extend)
    },
    /** At once, and not with the next frame as the editor's own command. @returns whether there is a text to go to */
    focusText: () => {
      editor?.view.focus()
      return editor !== null
    },
    /** Leaves the caret where the selection ended. */
    collapse: () => {
      if (!editor) return
      const { state, view } = editor
      view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.selection.to)))
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
