import type { Metadata } from 'next'
import { CodebookEditor } from '@/components/codebook/codebook-editor'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader } from '@/components/ui/page-header'
import { codebook as words } from '@/components/words/codebook'
import { shell } from '@/components/words/shell'
import { nextVersion } from '@/lib/coding/codebook-version'
import { may } from '@/lib/policy'
import { readCodebook } from '@/lib/verbs/codebooks'
import { reading } from '../../../../../reading'
import { studyOf } from '../../../study'
import { publish, saveDraft } from './actions'

export const metadata: Metadata = { title: words.draftTitle }

/** Where the lead changes the codebook: a draft, until it is published. */
export default async function DraftPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  const { id: studyId, roles } = study.found
  if (!may(roles, 'codebook.change')) return <Refusal>{shell.leadOnly}</Refusal>
  const answer = await reading(readCodebook(study.actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { codebook, draft, versions } = answer.found
  const taken = versions.map(({ version }) => version)
  const start = draft ?? { ...codebook, version: nextVersion(codebook.version, taken) }
  return (
    <>
      <PageHeader title={words.draftTitle}>{words.draftLead}</PageHeader>
      <CodebookEditor studyId={studyId} start={start} save={saveDraft} publish={publish} />
    </>
  )
}
