import type { DocumentQuestion } from '@/lib/coding/document-questions'
import { questionTexts } from '../texts/question-texts'

const { article: texts } = questionTexts

/** The questions about the article that must still be answered, each a way to them. */
export function MissingAnswers({ open, onAnswer }: { open: readonly DocumentQuestion[]; onAnswer(): void }) {
  if (open.length === 0) return null
  return (
    <div className="rounded-md bg-warning-soft px-3 py-2">
      <p className="text-warning">{texts.missing(open.length)}</p>
      <ul className="grid">
        {open.map(({ key, attribute }) => (
          <li key={key}>
            <button
              type="button"
              onClick={onAnswer}
              className="min-h-11 w-full rounded-md px-2 text-start text-sm underline hover:bg-surface lg:min-h-9"
            >
              {attribute.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
