import Link from 'next/link'
import type { FormAction } from '../ui/form'
import { questions as words } from '../words/questions'
import { AnswerForm } from './answer-form'
import { day } from './day'

interface Asked {
  codingId: string
  id: string
  document: { id: string; number: number; title: string; language: string; direction: 'ltr' | 'rtl' }
  coder: { pseudonym: string; name: string }
  question: string
  askedAt: Date
  quote: string
  isCut: boolean
  before: string
  after: string
  answer: string | null
  answeredAt: Date | null
  ruleVersion: string | null
}

/** The passage in its surroundings, as it stands in the text. */
function Passage({ asked: { document, before, quote, isCut, after } }: { asked: Asked }) {
  return (
    <blockquote
      className="my-3 max-w-2xl border-line border-s-4 ps-4 font-serif text-lg leading-relaxed"
      lang={document.language}
      dir={document.direction}
    >
      <span className="text-muted">{before}</span>
      <mark className="bg-accent-soft text-ink underline decoration-accent decoration-2 underline-offset-4">
        {quote}
        {isCut && '…'}
      </mark>
      {!isCut && <span className="text-muted">{after}</span>}
    </blockquote>
  )
}

function Answer({ studyId, asked, send }: { studyId: string; asked: Asked; send: FormAction<void> }) {
  const { answer, answeredAt, ruleVersion } = asked
  if (answer === null || !answeredAt) return <AnswerForm studyId={studyId} asked={asked} send={send} />
  return (
    <div className="max-w-2xl">
      <p className="text-muted">{words.answerOn(day(answeredAt))}</p>
      <p className="whitespace-pre-line" dir="auto">
        {answer}
      </p>
      {ruleVersion !== null && (
        <p className="mt-1 text-muted">
          {words.isRule(ruleVersion)}{' '}
          <Link href={`/studies/${studyId}/codebook`} className="text-accent underline underline-offset-4">
            {words.toCodebook}
          </Link>
        </p>
      )}
      <details className="mt-2">
        <summary className="flex min-h-11 cursor-pointer items-center text-accent sm:min-h-10">{words.change}</summary>
        <div className="mt-3">
          {ruleVersion !== null && <p className="mb-3 text-muted">{words.changeKeepsRule}</p>}
          <AnswerForm key={answer} studyId={studyId} asked={asked} send={send} />
        </div>
      </details>
    </div>
  )
}

/** One question of a coder, with its passage, and the answer or the form for it. */
export function AskedQuestion({ studyId, asked, answer }: { studyId: string; asked: Asked; answer: FormAction<void> }) {
  const { document, coder, askedAt, question } = asked
  return (
    <article className="border-line border-t py-6">
      <h3 className="font-semibold">
        <Link
          dir="auto"
          href={`/studies/${studyId}/documents/${document.id}`}
          className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
        >
          {document.number}. {document.title}
        </Link>
      </h3>
      <p className="text-muted">{words.asked(coder.pseudonym, coder.name, day(askedAt))}</p>
      <Passage asked={asked} />
      <p className="mb-4 max-w-2xl whitespace-pre-line text-lg" dir="auto">
        {question}
      </p>
      <Answer studyId={studyId} asked={asked} send={answer} />
    </article>
  )
}
