import Link from 'next/link'
import { DocumentFacts } from '@/components/documents/document-facts'
import { DocumentText } from '@/components/documents/document-text'
import { Refusal } from '@/components/ui/frame'
import { documents as words } from '@/components/words/documents'
import { readDocument } from '@/lib/verbs/documents'
import { reading } from '../../../../../reading'
import { requireActor } from '../../../../../require-actor'
import { idFrom } from '../../../study'

/** One text, for reading. */
export default async function DocumentPage({ params }: { params: Promise<{ studyId: string; documentId: string }> }) {
  const actor = await requireActor()
  const { studyId, documentId } = await params
  const answer = await reading(readDocument(actor, { studyId: idFrom(studyId), documentId: idFrom(documentId) }))
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
      </aside>
    </div>
  )
}
