import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { bringMarkIntoSight } from './sight'

/** Brings an annotation into sight as soon as it is in hand: then the sheet of a phone has taken its room from the text. */
export function useInSight(editor: Editor | null, selectedId: string | null): void {
  useEffect(() => {
    if (editor && !editor.isDestroyed && selectedId) bringMarkIntoSight(editor.view.dom, selectedId)
  }, [editor, selectedId])
}
