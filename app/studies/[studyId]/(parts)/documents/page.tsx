import type { Metadata } from 'next'
import { DocumentTable } from '@/components/documents/document-table'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader } from '@/components/ui/page-header'
import { documents as words } from '@/components/words/documents'
import { may } from '@/lib/policy'
import { listDocuments } from '@/lib/verbs/documents'
import { reading } from '../../../../reading'
import { studyOf } from '../../study'

export const metadata: Metadata = { title: words.title }

/** The texts of a study. */
export default async function DocumentsPage({ params }: { params: Promise<{ studyId: string }> }) {
  const study = await studyOf((await params).studyId)
  if ('refused' in study) return null
  const { id: studyId, roles } = study.found
  const answer = await reading(listDocuments(study.actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const documents = answer.found
  const mayImport = may(roles, 'documents.import')
  const importLink = (
    <ButtonLink href={`/studies/${studyId}/documents/import`} kind="primary">
      {words.import}
    </ButtonLink>
  )
  if (documents.length === 0) {
    return (
      <>
        <PageHeader title={words.title} />
        <EmptyState title={words.none} action={mayImport && importLink}>
          {mayImport && words.noneNext}
        </EmptyState>
      </>
    )
  }
  const total = documents.reduce((sum, document) => sum + document.words, 0)
  return (
    <>
      <PageHeader title={words.title} actions={mayImport && importLink}>
        {words.lead(documents.length, total)}
      </PageHeader>
      <DocumentTable studyId={studyId} documents={documents} />
    </>
  )
}
