import type { Metadata } from 'next'
import { CodebookChanges } from '@/components/codebook/codebook-changes'
import { CodebookHistory } from '@/components/codebook/codebook-history'
import { CodebookReader } from '@/components/codebook/codebook-reader'
import { DiscussionFold } from '@/components/discussion/DiscussionFold'
import { day } from '@/components/study/day'
import { buttonLook } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { Refusal } from '@/components/ui/narrow-frame'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page-header'
import { codebook as words } from '@/components/words/codebook'
import { discussion as discussionWords } from '@/components/words/discussion'
import { issues as issueWords } from '@/components/words/issues'
import { codebookChanges } from '@/lib/coding/codebook-diff'
import { may, mustSubmitFirst } from '@/lib/policy'
import { readCodebook, readCodebookHistory } from '@/lib/verbs/codebooks'
import { isThreadOpen } from '@/lib/verbs/discussions'
import { reading } from '../../../../reading'
import { studyOf } from '../../study'

export const metadata: Metadata = { title: words.title }

/** The codebook that coders use, for reading. */
export default async function CodebookPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  const { id: studyId, roles } = study.found
  const answer = await reading(readCodebook(study.actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { codebook, draft, versions } = answer.found
  const mayChange = may(roles, 'codebook.change')
  const [first] = codebook.codes
  const isDiscussed = first && (await isThreadOpen(study.actor, { studyId, subject: 'code', code: first.key }))
  // Whoever codes too reads discussions of codes, and issues, from when all own codings are submitted.
  const seesIssues = may(roles, 'review.read') && (!mustSubmitFirst(roles, 'review.read') || isDiscussed)
  const publishedAt = versions.find(({ version }) => version === codebook.version)?.publishedAt
  const editLink = (
    <ButtonLink
      href={`/studies/${studyId}/codebook/draft`}
      kind={codebook.codes.length === 0 ? 'primary' : 'secondary'}
    >
      {draft ? words.editDraft : words.edit}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            {seesIssues && (
              <ButtonLink kind="quiet" href={`/studies/${studyId}/review/issues`}>
                {issueWords.all}
              </ButtonLink>
            )}
            <a className={buttonLook('quiet')} href={`/api/studies/${studyId}/codebook`} download="codebook.json">
              {words.download}
            </a>
            {mayChange && editLink}
          </>
        }
      >
        {codebook.title},{' '}
        {publishedAt ? words.published(codebook.version, day(publishedAt)) : words.version(codebook.version)}
      </PageHeader>
      {draft && (
        <div className="mb-8 grid max-w-2xl gap-3">
          <Notice>{words.draftNow(draft.version)}</Notice>
          <Fold title={words.wouldChange}>
            <CodebookChanges changes={codebookChanges(codebook, draft)} />
          </Fold>
        </div>
      )}
      {codebook.codes.length === 0 ? (
        <EmptyState title={words.empty} action={mayChange && editLink}>
          {mayChange ? words.emptyNext : words.emptyForCoders}
        </EmptyState>
      ) : (
        <CodebookReader
          codebook={codebook}
          below={(code) =>
            isDiscussed && (
              <DiscussionFold title={discussionWords.title} studyId={studyId} subject="code" code={code.key} />
            )
          }
        />
      )}
      <Section title={words.history}>
        <CodebookHistory versions={await readCodebookHistory(study.actor, { studyId })} />
      </Section>
    </>
  )
}
