import Link from 'next/link'
import type { Codebook } from '@/lib/coding/codebook'
import { documentQuestions } from '@/lib/coding/document-questions'
import type { GoldAnnotation, GoldAnswer } from '@/lib/coding/review/gold'
import { CodePointIndex } from '@/lib/text/code-points'
import { answerText } from '../coding-desk/questions/answer-text'
import { markAnchor } from '../marked-text/MarkedWords'
import { CodedWords } from '../outcomes/CodedWords'
import { CodebookNames } from '../outcomes/own-difference'
import { day } from '../study/day'
import { gold as words } from '../words/gold'
import { causes, methodNames } from '../words/review'
import type { ShownGold } from './gold-view'

interface GoldPiecesProps {
  studyId: string
  gold: ShownGold
  codebook: Codebook
  text: string
}

/** The address within the page of where a piece of gold comes from. */
export function pieceAnchor(id: string): string {
  return `gold-${id}`
}

type Piece = Pick<GoldAnnotation | GoldAnswer, 'provenance' | 'reading' | 'clusterId' | 'decisionId'>

/** Whether all agree, or who decided it and why. */
function Provenance({ piece, gold, coders = [] }: { piece: Piece; gold: ShownGold; coders?: readonly string[] }) {
  const decision = gold.decisions[piece.decisionId ?? '']
  const isDecided = decision && decision.method !== 'unanimous'
  const reading = piece.reading === null ? '' : `, ${words.reading(piece.reading)}`
  return (
    <div className="text-base">
      <p>
        {words.provenance[piece.provenance]}
        {reading} {isDecided && words.by(decision.by, day(new Date(decision.decidedAt)))}
        {coders.length > 0 && <span className="text-muted"> {words.coders(coders.join(', '))}</span>}
      </p>
      {isDecided && (
        <>
          {decision.rationale && (
            <p className="whitespace-pre-line" dir="auto">
              {decision.rationale}
            </p>
          )}
          <p className="text-muted">
            {[methodNames[decision.method], decision.cause ? causes[decision.cause].name : '']
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </div>
  )
}

function Ways({ studyId, gold, piece, markId }: { studyId: string; gold: ShownGold; piece: Piece; markId?: string }) {
  const look = 'inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-0'
  return (
    <p className="flex flex-wrap gap-x-5 text-base">
      {markId && (
        <a href={`#${markAnchor(markId)}`} className={look}>
          {words.inText}
        </a>
      )}
      {piece.clusterId && (
        <Link href={`/studies/${studyId}/review/${gold.documentId}?cluster=${piece.clusterId}`} className={look}>
          {words.inReview}
        </Link>
      )}
    </p>
  )
}

function Answers({ studyId, gold, codebook }: Omit<GoldPiecesProps, 'text'>) {
  const questions = new Map(documentQuestions(codebook).map(({ key, attribute }) => [key, attribute]))
  if (gold.answers.length === 0) return null
  return (
    <>
      <h3 className="mt-8 mb-2 font-semibold">{words.answers}</h3>
      <ul>
        {gold.answers.map((answer) => {
          const attribute = questions.get(answer.variable)
          return (
            <li key={`${answer.variable} ${answer.reading}`} className="border-line border-t py-3">
              <p dir="auto">
                <span className="text-muted">{attribute?.label ?? answer.variable}:</span>{' '}
                {attribute ? answerText(attribute, answer.value) : String(answer.value)}
              </p>
              <Provenance piece={answer} gold={gold} />
              <Ways studyId={studyId} gold={gold} piece={answer} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Every piece of gold in the order of the text, each with where it comes from. */
export function GoldPieces({ studyId, gold, codebook, text }: GoldPiecesProps) {
  const names = new CodebookNames(codebook)
  const index = new CodePointIndex(text)
  return (
    <>
      <ul className="max-w-2xl">
        {gold.annotations.map((piece) => (
          <li
            key={piece.id}
            id={pieceAnchor(piece.id)}
            className="grid scroll-mt-6 gap-1 border-line border-t py-3 target:border-t-accent"
          >
            <CodedWords
              annotation={piece.value}
              codebook={codebook}
              names={names}
              wordsOf={({ start, end }) => index.slice(start, end)}
            />
            <Provenance piece={piece} gold={gold} coders={piece.coders} />
            <Ways studyId={studyId} gold={gold} piece={piece} markId={piece.id} />
          </li>
        ))}
      </ul>
      <Answers studyId={studyId} gold={gold} codebook={codebook} />
    </>
  )
}
