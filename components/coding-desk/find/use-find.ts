import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useState } from 'react'
import { SearchableText } from '@/lib/text/search'
import type { Span } from '@/lib/text/spans'
import type { Positions } from '../reading/positions'
import { rangeOf } from '../reading/sight'
import { clearFound, paintFound } from './found-words'

/** More than this are neither counted nor painted. */
const mostFound = 1000

/** Finding words in the article. */
export interface DeskFind {
  isOpen: boolean
  query: string
  found: readonly Span[]
  /** Whether there are more than are found. */
  isCut: boolean
  /** Which of them is in hand, from 0; -1 when there is none. */
  at: number
  open(query?: string): void
  search(query: string): void
  step(by: 1 | -1): void
  close(): void
}

/**
 * @param drawn changes whenever the text is drawn anew, so that what was found is painted anew
 * @param from where the caret is: the search begins there
 */
export function useFind(editor: Editor | null, positions: Positions, drawn: unknown, from: () => number): DeskFind {
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(-1)
  // Only once somebody searches: a long text takes a moment.
  const text = useMemo(() => (isOpen ? new SearchableText(positions.index.text) : null), [isOpen, positions])
  const found = useMemo(() => text?.find(query, mostFound) ?? [], [text, query])

  useEffect(() => {
    void drawn
    if (!editor || !isOpen) return
    paintFound(
      found.map((span) => rangeOf(editor, positions, span)),
      at,
    )
    return clearFound
  }, [editor, positions, isOpen, found, at, drawn])

  function search(next: string): void {
    setQuery(next)
    const spans = (text ?? new SearchableText(positions.index.text)).find(next, mostFound)
    const after = spans.findIndex(({ start }) => start >= from())
    setAt(spans.length === 0 ? -1 : Math.max(0, after))
  }

  return {
    ...{ isOpen, query, found, at, search, isCut: found.length === mostFound },
    open: (next) => {
      setIsOpen(true)
      if (next) search(next)
    },
    step: (by) => found.length > 0 && setAt((at + by + found.length) % found.length),
    close: () => setIsOpen(false),
  }
}
