import { useState } from 'react'
import type { DocumentView } from '@/lib/coding/coding-view'

/**
 * The note on what is in a text, until the coder has said to go on. Asked anew at each visit: who comes back another day
 * may want to be warned again.
 */
export function useContentNote({ metadata }: DocumentView): { note: string | null; show(): void } {
  const [isShown, setIsShown] = useState(false)
  const note = metadata.content_note?.trim() ?? ''
  return { note: isShown || note === '' ? null : note, show: () => setIsShown(true) }
}
