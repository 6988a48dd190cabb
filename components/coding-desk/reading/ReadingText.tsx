'use client'

import { Text } from '@tiptap/extension-text'
import { type AnyExtension, type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef } from 'react'
import type { DocumentView } from '@/lib/coding/coding-view'
import { deskTexts } from '../texts/desk-texts'
import type { Place } from '../use-choice'
import { FrozenText } from './frozen-text'
import type { Highlight } from './highlight'
import { Highlights } from './highlights'
import { contentOf, Line, LinedText, Section } from './lines'
import type { Positions } from './positions'
import { useLaidOutAhead } from './use-laid-out-ahead'

interface ReadingTextProps {
  document: DocumentView
  positions: Positions
  /** What is drawn with the text; whatever comes later, useDrawnHighlights draws. */
  firstHighlights: readonly Highlight[]
  /** What it is to screen readers, where that is not a text to code. */
  label?: string
  /** Draws more than annotations; those of the first time count. */
  drawing?: readonly AnyExtension[]
  onReady(editor: Editor | null): void
  /** The selection in positions; from = to where only the caret is. */
  onSelection(from: number, to: number): void
  /** Ids of the annotations on the clicked words, the innermost first, none on plain text; and where they are. */
  onPick(ids: string[], place: Place): void
}

function annotationsAround(target: EventTarget | null): string[] {
  const ids: string[] = []
  let element = target instanceof Element ? target.closest<HTMLElement>('mark[data-annotation]') : null
  while (element) {
    const { annotation } = element.dataset
    if (annotation && !ids.includes(annotation)) ids.push(annotation)
    element = element.parentElement?.closest<HTMLElement>('mark[data-annotation]') ?? null
  }
  return ids
}

function attributesOf({ title, language, direction }: DocumentView, label?: string): Record<string, string> {
  return {
    class: 'desk-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': 'true',
    'aria-label': label ?? deskTexts.text.label(title),
    // A caret without a keyboard of glass popping up over the text.
    inputmode: 'none',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    dir: direction,
    ...(language === 'und' ? {} : { lang: language }),
  }
}

/**
 * To a reader plain text is as good as any. But React looks for the selection in all of an element that takes formatted
 * text, mark by mark, at every change of the desk: tens of milliseconds in a long text.
 */
function makePlain(element: HTMLElement): void {
  try {
    element.contentEditable = 'plaintext-only'
  } catch {
    // A browser that does not know it leaves everything as it was.
  }
}

/** A press in selected words begins a new selection: the browser would drag them away, and a text that is read stays. */
function letGoOfSelected(_view: unknown, { button, detail, shiftKey, ctrlKey }: MouseEvent): false {
  // With Ctrl it asks for a menu on a Mac: for the words that are selected.
  if (button === 0 && detail === 1 && !shiftKey && !ctrlKey) document.getSelection()?.removeAllRanges()
  return false
}

/** The frozen text with its annotations drawn under the words. */
export function ReadingText(props: ReadingTextProps) {
  const { document, positions, onReady } = props
  const latest = useRef(props)
  latest.current = props
  const content = useMemo(() => contentOf(document, positions), [document, positions])
  // Made once per text: without the list of dependencies the editor takes up its options at every change of the desk.
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      extensions: [
        ...[LinedText, Section, Line, Text, FrozenText],
        Highlights.configure({ first: () => latest.current.firstHighlights }),
        ...(props.drawing ?? []),
      ],
      content,
      editorProps: {
        attributes: attributesOf(document, props.label),
        handleDOMEvents: { mousedown: letGoOfSelected },
        handleClick: (_view, _position, { target, clientX, clientY }) => {
          latest.current.onPick(annotationsAround(target), { left: clientX, top: clientY, bottom: clientY })
          return false
        },
      },
      onSelectionUpdate: ({ editor: { state } }) => {
        latest.current.onSelection(state.selection.from, state.selection.to)
      },
    },
    [content],
  )

  useEffect(() => {
    if (editor) makePlain(editor.view.dom)
    onReady(editor)
    return () => onReady(null)
  }, [editor, onReady])
  useLaidOutAhead(editor)

  return <EditorContent editor={editor} />
}
