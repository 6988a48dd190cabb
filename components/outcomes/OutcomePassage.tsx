import type { ReactNode } from 'react'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import { documentQuestions } from '@/lib/coding/document-questions'
import type { OutcomeCluster, OutcomeDecision, OutcomeReading, OutcomeView } from '@/lib/coding/review/outcome-view'
import type { Span } from '@/lib/text/spans'
import { answerText } from '../coding-desk/questions/answer-text'
import { DiscussionFold } from '../discussion/DiscussionFold'
import type { TextMark } from '../marked-text/marked-pieces'
import { day } from '../study/day'
import { Fold } from '../ui/fold'
import { Notice } from '../ui/notice'
import { outcomes as words } from '../words/outcomes'
import { causes, disagreements, methodNames, outcomeNames } from '../words/review'
import { CodedWords } from './CodedWords'
import { type CodebookNames, differenceText } from './own-difference'
import { PassageExcerpt } from './PassageExcerpt'
import { RuleOfCode } from './RuleOfCode'

interface Showing {
  studyId: string
  codebook: Codebook
  names: CodebookNames
  wordsOf: (span: Span) => string
}

/** The address within the page of a cluster. */
export function clusterAnchor(id: string): string {
  return `cluster-${id}`
}

function answerOf({ variable }: OutcomeCluster, value: AttributeValue | null, { codebook }: Showing): string {
  const question = documentQuestions(codebook).find(({ key }) => key === variable)
  if (value === null) return words.noAnswer
  return question ? answerText(question.attribute, value) : String(value)
}

/** What one coder has here, in a few words. */
function inShort(cluster: OutcomeCluster, reading: OutcomeReading, showing: Showing): string {
  if (reading.ineligible !== null) return words.notEligible(reading.ineligible)
  if (cluster.kind === 'variable') return answerOf(cluster, reading.answer, showing)
  if (cluster.kind === 'eligibility') {
    return reading.nothingToCode ? words.eligibility.nothing : words.eligibility.code
  }
  const codes = new Set(reading.annotations.map(({ code }) => showing.names.code(code)))
  return codes.size === 0 ? words.nothingHere : [...codes].join(', ')
}

/** What one coder has here. */
function Side({ cluster, reading, ...showing }: { cluster: OutcomeCluster; reading: OutcomeReading } & Showing) {
  if (reading.ineligible !== null) return <p>{words.notEligible(reading.ineligible)}</p>
  if (cluster.kind === 'variable') return <p dir="auto">{answerOf(cluster, reading.answer, showing)}</p>
  if (cluster.kind === 'eligibility') {
    return <p>{reading.nothingToCode ? words.eligibility.nothing : words.eligibility.code}</p>
  }
  if (reading.annotations.length === 0) {
    return <p className="text-muted">{reading.nothingToCode ? words.nothingToCode : words.nothing}</p>
  }
  return reading.annotations.map((annotation) => (
    <CodedWords key={annotation.id} annotation={annotation} {...showing} />
  ))
}

function DecidedSide({
  cluster,
  decision,
  ...showing
}: { cluster: OutcomeCluster; decision: OutcomeDecision } & Showing) {
  if (decision.eligibility) return <p>{words.eligibility[decision.eligibility]}</p>
  if (cluster.kind === 'variable') {
    const values = decision.values.length > 0 ? decision.values : [decision.value]
    return <p dir="auto">{values.map((value) => answerOf(cluster, value, showing)).join(' / ')}</p>
  }
  if (decision.annotations.length === 0) return <p className="text-muted">{words.nothingDecided}</p>
  return decision.annotations.map((annotation) => (
    <CodedWords
      key={annotation.id}
      annotation={annotation}
      note={annotation.reading === null ? undefined : words.bothReadings(annotation.reading)}
      {...showing}
    />
  ))
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      <h4 className="text-base text-muted">{title}</h4>
      {children}
    </div>
  )
}

function Why({ decision }: { decision: OutcomeDecision }) {
  const { outcome, method, cause, rationale, decidedAt } = decision
  const facts = [outcomeNames[outcome], methodNames[method], cause ? causes[cause].name : ''].filter(Boolean)
  return (
    <Column title={words.why}>
      {rationale && (
        <p className="whitespace-pre-line" dir="auto">
          {rationale}
        </p>
      )}
      <p className="text-base text-muted">
        {facts.join(' · ')}, {words.onDay(day(new Date(decidedAt)))}
      </p>
    </Column>
  )
}

function OwnDifferences({ cluster, names }: { cluster: OutcomeCluster; names: CodebookNames }) {
  const { ownDifferences } = cluster
  if (ownDifferences.length === 0) return <p className="text-good">{words.same}</p>
  return (
    <p>
      <span className="font-semibold">{words.differs}</span>{' '}
      {ownDifferences.map((difference) => differenceText(difference, names)).join('; ')}.
    </p>
  )
}

function headingOf({ kind, variable, types }: OutcomeCluster, number: number, names: CodebookNames): string {
  const about =
    kind === 'spans' ? words.passage(number) : kind === 'variable' ? names.question(variable) : words.wholeText
  return [about, ...types.map((type) => disagreements[type].name)].join(' · ')
}

interface OutcomePassageProps extends Showing {
  cluster: OutcomeCluster
  /** Among the passages of the text. */
  number: number
  document: OutcomeView['document']
  /** What is marked in the passage, by the coder and by the decision. */
  marks: readonly TextMark[]
}

/** One passage: mine, the others by letters, what was decided and why, the rule, and the discussion. */
export function OutcomePassage({ cluster, number, document, marks, ...showing }: OutcomePassageProps) {
  const { id, readings, decision, sentBack, codes, comments } = cluster
  const own = readings.find(({ isOwn }) => isOwn)
  const others = readings.filter(({ isOwn }) => !isOwn)
  const decidedCodes = decision?.annotations.map(({ code }) => code) ?? []
  const showsOthers = others.map((reading) => (
    <Column key={reading.letter} title={words.other(reading.letter)}>
      <Side cluster={cluster} reading={reading} {...showing} />
    </Column>
  ))
  return (
    <article id={clusterAnchor(id)} className="scroll-mt-6 border-line border-t py-6 target:border-t-accent">
      <h3 className="font-semibold text-lg">{headingOf(cluster, number, showing.names)}</h3>
      {cluster.kind === 'spans' && (
        <PassageExcerpt document={document} codes={showing.codebook.codes} passage={cluster} marks={marks} />
      )}
      {sentBack !== null && (
        <div className="my-3">
          <Notice tone="warning" title={words.isSentBack}>
            <p dir="auto">{sentBack}</p>
          </Notice>
        </div>
      )}
      <div className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {own && (
          <Column title={words.mineIs(own.letter)}>
            <Side cluster={cluster} reading={own} {...showing} />
          </Column>
        )}
        {decision ? (
          <Column title={words.decision}>
            <DecidedSide cluster={cluster} decision={decision} {...showing} />
          </Column>
        ) : (
          showsOthers
        )}
      </div>
      {decision && (
        <div className="mt-5 grid max-w-2xl gap-4">
          <OwnDifferences cluster={cluster} names={showing.names} />
          <Why decision={decision} />
        </div>
      )}
      <div className="mt-3 flex flex-wrap gap-x-6">
        {decision && others.length > 0 && (
          <Fold title={words.others(others.length)}>
            <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">{showsOthers}</div>
          </Fold>
        )}
        <RuleOfCode
          studyId={showing.studyId}
          codebook={showing.codebook}
          codes={[...new Set([...decidedCodes, ...codes])]}
        />
        <DiscussionFold
          title={words.discussThis(comments)}
          studyId={showing.studyId}
          subject="cluster"
          clusterId={id}
          isDecided={decision !== null}
          readings={Object.fromEntries(readings.map((one) => [one.letter, inShort(cluster, one, showing)]))}
        />
      </div>
    </article>
  )
}
