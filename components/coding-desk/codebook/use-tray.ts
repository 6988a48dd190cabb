import { useEffect, useState } from 'react'
import type { DeskSettings } from '../settings/desk-settings'

/** Beside the text there is room for the codebook and the questions; on a narrow page the codebook covers them. */
const isWide = () => typeof matchMedia === 'function' && matchMedia('(min-width: 64rem)').matches

/** The codebook beside the text: whether it is open, on which code, and what is searched in it. */
export function useTray(
  codeInHand: string | null,
  settings: Pick<DeskSettings, 'codebookOpen'>,
  change: (some: Partial<DeskSettings>) => void,
) {
  const [isOpen, setIsOpen] = useState(false)
  const [shown, setShown] = useState<{ code: string | null; inHand: string | null } | null>(null)
  const [query, setQuery] = useState('')
  /** Counts the wishes to search: each puts the focus into the field. */
  const [searches, setSearches] = useState(0)
  const { codebookOpen } = settings
  useEffect(() => {
    if (codebookOpen && isWide()) setIsOpen(true)
  }, [codebookOpen])

  function set(open: boolean): void {
    setIsOpen(open)
    if (isWide()) change({ codebookOpen: open })
  }

  return {
    isOpen,
    query,
    setQuery,
    searches,
    /** What the coder turned to, until another code is in hand; null for the list of all codes. */
    code: shown && shown.inHand === codeInHand ? shown.code : codeInHand,
    /** @param code null for the list of all codes */
    show: (code: string | null) => {
      setQuery('')
      setShown({ code, inHand: codeInHand })
      set(true)
    },
    toggle: () => {
      setQuery('')
      setShown(null)
      set(!isOpen)
    },
    search: () => {
      set(true)
      setSearches(searches + 1)
    },
  }
}
