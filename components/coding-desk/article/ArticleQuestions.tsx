import type { AttributeValue } from '@/lib/coding/annotation'
import type { DocumentQuestion } from '@/lib/coding/document-questions'
import type { NameOffer } from '../names/name-offers'
import { answerText } from '../questions/answer-text'
import { goOn } from '../questions/go-on'
import { QuestionField } from '../questions/QuestionField'
import { questionGrid } from '../questions/question'
import { isEmpty } from '../questions/required'
import { questionTexts } from '../texts/question-texts'

const { article: texts } = questionTexts

interface ArticleQuestionsProps {
  questions: readonly DocumentQuestion[]
  answers: ReadonlyMap<string, AttributeValue>
  names: readonly NameOffer[]
  isOpen: boolean
  onToggle(isOpen: boolean): void
  /** Absent where nothing can change any more. @param isWritten answers written in a field are one step for undo */
  editing?: {
    onAnswer(key: string, answer: AttributeValue | undefined, isWritten: boolean): void
    /** After the last question: back to the text. */
    onDone(): void
  }
}

function Answers({ questions, answers }: ArticleQuestionsProps) {
  return (
    <dl className="grid gap-2 text-sm">
      {questions.map(({ key, attribute }) => (
        <div key={key}>
          <dt className="font-semibold">{attribute.label}</dt>
          <dd dir="auto">{answerText(attribute, answers.get(key))}</dd>
        </div>
      ))}
    </dl>
  )
}

function Form({ questions, answers, names, editing }: ArticleQuestionsProps) {
  if (!editing) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field goes on to the next; the fields have the focus.
    <div className={`article-questions ${questionGrid}`} onKeyDown={(event) => goOn(event, editing.onDone)}>
      {questions.map(({ key, attribute, definition }) => (
        <QuestionField
          key={key}
          questionKey={key}
          attribute={definition ? { ...attribute, help: definition } : attribute}
          value={answers.get(key)}
          required={attribute.required}
          isPrefilled={false}
          names={names}
          suggestions={[]}
          onChange={(answer) =>
            editing.onAnswer(key, answer, attribute.type === 'string' || attribute.type === 'number')
          }
        />
      ))}
    </div>
  )
}

/** What the codebook asks about the article as a whole. */
export function ArticleQuestions(props: ArticleQuestionsProps) {
  const { questions, answers, isOpen, onToggle, editing } = props
  if (questions.length === 0) return null
  const open = questions.filter(({ key, attribute }) => attribute.required && isEmpty(answers.get(key))).length
  return (
    <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 lg:min-h-9">
        <span className="font-semibold text-lg">{texts.title}</span>
        {editing && open > 0 && <span className="text-sm text-warning">{texts.open(open)}</span>}
      </summary>
      <div className="pt-1 pb-2">{editing ? <Form {...props} /> : <Answers {...props} />}</div>
    </details>
  )
}
