import Link from 'next/link'
import { DocumentCodings } from '@/components/documents/document-codings'
import { DocumentFacts } from '@/components/documents/document-facts'
import { DocumentText } from '@/components/documents/document-text'
import { Refusal } from '@/components/ui/frame'
import { documents as words } from '@/components/words/documents'
import type { Actor } from '@/lib/actor'
import { may } from '@/lib/policy'
import { readDocument } from '@/lib/verbs/documents'
import { listDocumentCodings } from '@/lib/verbs/revisions'
import { reading } from '../../../../../reading'
import { idFrom, studyOf } from '../../../study'
import { reopen } from './actions'

/** Who coded it, for the lead; nothing for a lead who is still blind. */
async function Codings({ actor, studyId, documentId }: { actor: Actor; studyId: string; documentId: string }) {
  const answer = await reading(listDocumentCodings(actor, { studyId, documentId }))
  if ('refused' in answer) return null
  return (
    <div className="mt-10">
      <h2 className="mb-2 font-semibold">{words.codings}</h2>
      <DocumentCodings studyId={studyId} documentId={documentId} codings={answer.found} reopen={reopen} />
    </div>
  )
}

/** One text, for reading. */
export default async function DocumentPage({ params }: { params: Promise<{ studyId: string; documentId: string }> }) {
  const { studyId, documentId: asked } = await params
  const study = await studyOf(studyId)
  if ('refused' in study) return null
  const documentId = idFrom(asked)
  const answer = await reading(readDocument(study.actor, { studyId, documentId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const document = answer.found
  return (
    <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div>
        <Link
          href={`/studies/${studyId}/documents`}
          className="inline-flex min-h-11 items-center text-accent sm:min-h-0"
        >
          {words.back}
        </Link>
        <h1 className="mt-2 mb-6 max-w-[42rem] text-balance font-semibold font-serif text-3xl leading-tight" dir="auto">
          {document.title}
        </h1>
        <DocumentText text={document.text} language={document.language} direction={document.direction} />
      </div>
      <aside>
        <h2 className="mb-2 font-semibold">{words.facts}</h2>
        <DocumentFacts {...document} />
        {may(study.found.roles, 'codings.manage') && (
          <Codings actor={study.actor} studyId={studyId} documentId={documentId} />
        )}
      </aside>
    </div>
  )
}
