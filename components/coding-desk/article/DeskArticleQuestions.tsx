import { useMemo } from 'react'
import { documentQuestions } from '@/lib/coding/document-questions'
import { nameOffers } from '../names/name-offers'
import type { Desk } from '../use-desk'
import { ArticleQuestions } from './ArticleQuestions'
import { answerDocument, documentAnswers } from './document-answers'

/** The questions about the article, on the desk. */
export function DeskArticleQuestions({ desk }: { desk: Desk }) {
  const { view, codebook, annotations, snapshot, outbox, canEdit, article } = desk
  const questions = useMemo(() => documentQuestions(codebook), [codebook])
  const answers = useMemo(() => documentAnswers(snapshot.rows), [snapshot.rows])
  // Every change of an annotation would gather them anew: not while nobody can see them.
  const names = useMemo(
    () => (article.isOpen ? nameOffers(view, annotations) : []),
    [article.isOpen, view, annotations],
  )
  const editing = {
    onAnswer: (key: string, answer: Parameters<typeof answerDocument>[3], isWritten: boolean) => {
      const edit = answerDocument(view.codingId, outbox.snapshot().rows, key, answer)
      if (edit) desk.commit([edit], isWritten ? `article:${key}` : undefined)
    },
    onDone: desk.focusText,
  }
  return (
    <ArticleQuestions
      {...{ questions, answers, names }}
      isOpen={article.isOpen}
      onToggle={article.setOpen}
      {...(canEdit ? { editing } : {})}
    />
  )
}
