import { useEffect, useState } from 'react'
import type { Codebook } from '@/lib/coding/codebook'
import { documentQuestions } from '@/lib/coding/document-questions'
import { enterQuestions } from '../questions/go-on'

/** Whether the questions about the article are open, and the way into them. */
export function useArticle(codebook: Codebook) {
  const [isOpen, setOpen] = useState(false)
  /** Counts the wishes to answer: each puts the focus on the first question. */
  const [entries, setEntries] = useState(0)
  useEffect(() => {
    if (entries > 0) enterQuestions(document.querySelector('.article-questions'))
  }, [entries])
  return {
    hasQuestions: documentQuestions(codebook).length > 0,
    isOpen,
    setOpen,
    enter: () => {
      setOpen(true)
      setEntries(entries + 1)
    },
  }
}
