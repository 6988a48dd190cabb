import type { Metadata } from 'next'
import { AskedQuestion } from '@/components/study/asked-question'
import { LiveRefresh } from '@/components/study/live-refresh'
import { EmptyState } from '@/components/ui/empty-state'
import { Refusal } from '@/components/ui/narrow-frame'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page-header'
import { questions as words } from '@/components/words/questions'
import { listQuestions } from '@/lib/verbs/questions'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'
import { answer } from './actions'

export const metadata: Metadata = { title: words.title }

/** What coders ask the lead: open questions first, each with its passage. */
export default async function QuestionsPage({ params }: { params: Promise<{ studyId: string }> }) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const found = await reading(listQuestions(actor, { studyId }))
  if ('refused' in found) return <Refusal>{found.refused}</Refusal>
  const { questions, someAreHeldBack } = found.found
  const open = questions.filter((question) => question.answer === null)
  const answered = questions.filter((question) => question.answer !== null)
  const entry = (question: (typeof questions)[number]) => (
    <AskedQuestion key={`${question.codingId} ${question.id}`} studyId={studyId} asked={question} answer={answer} />
  )
  return (
    <>
      <LiveRefresh studyId={studyId} without={['review', 'discussion']} />
      <PageHeader title={words.title}>{words.lead}</PageHeader>
      {someAreHeldBack && (
        <div className="mb-8 max-w-2xl">
          <Notice>{words.heldBack}</Notice>
        </div>
      )}
      {questions.length === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <Section title={words.open(open.length)}>
          {open.length === 0 ? <p className="text-muted">{words.noneOpen}</p> : open.map(entry)}
        </Section>
      )}
      {answered.length > 0 && <Section title={words.answered}>{answered.map(entry)}</Section>}
    </>
  )
}
