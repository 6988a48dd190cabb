import type { Metadata } from 'next'
import { ImportDesk } from '@/components/documents/import-desk'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader } from '@/components/ui/page-header'
import { documents as words } from '@/components/words/documents'
import { shell } from '@/components/words/shell'
import { may } from '@/lib/policy'
import { studyOf } from '../../../study'

export const metadata: Metadata = { title: words.importTitle }

/** Where texts come in: files or pasted text, first looked at, then imported. */
export default async function ImportPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  if (!may(study.found.roles, 'documents.import')) return <Refusal>{shell.leadOnly}</Refusal>
  return (
    <>
      <PageHeader title={words.importTitle}>{words.importLead}</PageHeader>
      <ImportDesk studyId={study.found.id} />
    </>
  )
}
