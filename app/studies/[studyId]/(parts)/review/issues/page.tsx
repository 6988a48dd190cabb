import type { Metadata } from 'next'
import Link from 'next/link'
import { IssueEntry } from '@/components/issues/IssueEntry'
import { SuggestedIssues } from '@/components/issues/SuggestedIssues'
import { LiveRefresh } from '@/components/study/live-refresh'
import { buttonLook } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { issues as words } from '@/components/words/issues'
import { listIssues } from '@/lib/verbs/codebook-issues'
import { reading } from '../../../../../reading'
import { requireActor } from '../../../../../require-actor'
import { idFrom } from '../../../study'
import { resolve } from './actions'

export const metadata: Metadata = { title: words.title }

/** What the review found open in the rules of the codebook: by code and cause, with the passages that show it. */
export default async function IssuesPage({ params }: { params: Promise<{ studyId: string }> }) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const answer = await reading(listIssues(actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { issues, suggestions, mayFlag, mayResolve } = answer.found
  const open = issues.filter(({ resolvedAt }) => resolvedAt === null)
  const resolved = issues.filter(({ resolvedAt }) => resolvedAt !== null)
  const entry = (issue: (typeof issues)[number]) => (
    <IssueEntry key={issue.id} studyId={studyId} issue={issue} resolve={mayResolve ? resolve : undefined} />
  )
  return (
    <>
      <LiveRefresh studyId={studyId} without={['discussion']} />
      <Link href={`/studies/${studyId}/review`} className="inline-flex min-h-11 items-center text-accent sm:min-h-0">
        {words.back}
      </Link>
      <PageHeader
        title={words.title}
        actions={
          <>
            <a className={buttonLook('quiet')} href={`/api/studies/${studyId}/issues`} download="issues.json">
              {words.json}
            </a>
            {mayResolve && <ButtonLink href={`/studies/${studyId}/codebook/draft`}>{words.toDraft}</ButtonLink>}
          </>
        }
      >
        {words.lead}
      </PageHeader>
      {suggestions.length > 0 && (
        <Section title={words.suggestions} note={words.suggestionsNote}>
          <SuggestedIssues studyId={studyId} suggestions={suggestions} mayFlag={mayFlag} />
        </Section>
      )}
      {issues.length === 0 && suggestions.length === 0 && <EmptyState title={words.none}>{words.noneNext}</EmptyState>}
      {issues.length > 0 && (
        <Section title={words.open(open.length)}>
          {open.length === 0 ? <p className="text-muted">{words.noneOpen}</p> : open.map(entry)}
        </Section>
      )}
      {resolved.length > 0 && <Section title={words.resolved}>{resolved.map(entry)}</Section>}
    </>
  )
}
