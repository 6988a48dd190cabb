import type { Metadata } from 'next'
import { MentionsOfMe } from '@/components/discussion/MentionsOfMe'
import { DifferenceSummary } from '@/components/outcomes/DifferenceSummary'
import { OutcomeList } from '@/components/outcomes/OutcomeList'
import { CodebookNames } from '@/components/outcomes/own-difference'
import { SentBackList } from '@/components/outcomes/SentBackList'
import { LiveRefresh } from '@/components/study/live-refresh'
import { EmptyState } from '@/components/ui/empty-state'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { discussion as discussionWords } from '@/components/words/discussion'
import { outcomes as words } from '@/components/words/outcomes'
import type { MyOutcomes } from '@/lib/coding/review/outcome-view'
import { may } from '@/lib/policy'
import { readCodebook } from '@/lib/verbs/codebooks'
import { listMentions } from '@/lib/verbs/discussions'
import { readMyOutcomes } from '@/lib/verbs/outcomes'
import { reading } from '../../../../reading'
import { studyOf } from '../../study'

export const metadata: Metadata = { title: words.title }

function Lists({ studyId, entries }: { studyId: string; entries: MyOutcomes['entries'] }) {
  const parts = [
    { state: 'decided', title: words.decided, note: words.decidedNote },
    { state: 'discussion', title: words.discussion, note: words.discussionNote },
  ]
  return parts.map(({ state, title, note }) => {
    const own = entries.filter((entry) => entry.state === state)
    if (own.length === 0) return null
    return (
      <Section key={state} title={title} note={note}>
        <OutcomeList studyId={studyId} entries={own} />
      </Section>
    )
  })
}

/** What became of a coder's own work: what was sent back, what to discuss, what was decided, and what to learn from it. */
export default async function OutcomesPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  const { actor } = study
  const { id: studyId, roles } = study.found
  const answer = await reading(readMyOutcomes(actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { entries, tasks, summary } = answer.found
  const mentions = await listMentions(actor, { studyId })
  const names = new CodebookNames((await readCodebook(actor, { studyId })).codebook)
  return (
    <>
      <LiveRefresh studyId={studyId} />
      <PageHeader title={words.title}>{words.lead}</PageHeader>
      {entries.length === 0 && mentions.length === 0 && <EmptyState title={words.none}>{words.noneNext}</EmptyState>}
      {tasks.length > 0 && (
        <Section title={words.tasks} note={words.tasksNote}>
          <SentBackList studyId={studyId} tasks={tasks} />
        </Section>
      )}
      {mentions.length > 0 && (
        <Section title={discussionWords.mentions}>
          <MentionsOfMe studyId={studyId} mentions={mentions} reviews={may(roles, 'review.read')} />
        </Section>
      )}
      {summary.of > 0 && (
        <Section title={words.summary} note={words.summaryNote(summary.documents, summary.of)}>
          <DifferenceSummary studyId={studyId} summary={summary} names={names} />
        </Section>
      )}
      <Lists studyId={studyId} entries={entries} />
    </>
  )
}
