import type { CoderQuestion } from '@/lib/coding/coder-question'
import type { Span } from '@/lib/text/spans'
import { shortQuote } from '../annotations/desk-annotations'
import { flowTexts } from '../texts/flow-texts'

const { ask: texts } = flowTexts

interface MyQuestionsProps {
  questions: readonly CoderQuestion[]
  /** The words of a stretch, code points. */
  slice(span: Span): string
  onShow(span: Span): void
}

/** What the coder asked about this article, and what the leads said. */
export function MyQuestions({ questions, slice, onShow }: MyQuestionsProps) {
  if (questions.length === 0) return null
  return (
    <section className="grid gap-2 border-line border-t pt-4">
      <h3 className="text-muted text-sm">{texts.mine}</h3>
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li key={question.id} className="grid gap-1 text-sm">
            <button
              type="button"
              dir="auto"
              className="min-h-11 text-start font-serif text-accent hover:underline lg:min-h-8"
              onClick={() => onShow(question)}
            >
              {shortQuote(slice(question))}
            </button>
            <p dir="auto">{question.question}</p>
            {question.answer === null ? (
              <p className="text-muted">{texts.waiting}</p>
            ) : (
              <p dir="auto" className="border-good border-s-2 ps-3">
                <span className="font-semibold">{texts.answer}: </span>
                {question.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
