import { useState } from 'react'
import type { Codebook } from '@/lib/coding/codebook'
import { documentQuestions } from '@/lib/coding/document-questions'

/** Whether the questions about the article are open, and the way into them. */
export function useArticle(codebook: Codebook) {
  const [isOpen, setOpen] = useState(false)
  /** Counts the wishes to answer: each puts the focus on the first question. */
  const [entries, setEntries] = useState(0)
  return {
    hasQuestions: documentQuestions(codebook).length > 0,
    ...{ isOpen, setOpen, entries },
    enter: () => {
      setOpen(true)
      setEntries(entries + 1)
    },
  }
}
