import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import type { Highlight } from './highlight'
import { drawHighlights } from './highlights'

/** Keeps the text drawn with these stretches and no others. */
export function useDrawnHighlights(editor: Editor | null, highlights: readonly Highlight[]): void {
  useEffect(() => {
    if (editor && !editor.isDestroyed) drawHighlights(editor.view, highlights)
  }, [editor, highlights])
}
