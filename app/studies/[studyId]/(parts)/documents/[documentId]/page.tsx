import '@/components/coding-desk/coding-desk.css'
import '@/components/marked-text/marked-text.css'
import Link from 'next/link'
import { Discussion } from '@/components/discussion/Discussion'
import { DocumentCodings } from '@/components/documents/document-codings'
import { DocumentFacts } from '@/components/documents/document-facts'
import { DocumentText } from '@/components/documents/document-text'
import { GoldLayer } from '@/components/documents/GoldLayer'
import { ButtonLink } from '@/components/ui/button-link'
import { Refusal } from '@/components/ui/narrow-frame'
import { discussion as discussionWords } from '@/components/words/discussion'
import { documents as words } from '@/components/words/documents'
import { gold as goldWords } from '@/components/words/gold'
import type { Actor } from '@/lib/actor'
import { may } from '@/lib/policy'
import { readCodebook } from '@/lib/verbs/codebooks'
import { readDocument } from '@/lib/verbs/documents'
import { listDocumentCodings } from '@/lib/verbs/revisions'
import { reading } from '../../../../../reading'
import { idFrom, studyOf } from '../../../study'
import { shownThread } from '../../shown-thread'
import { reopen } from './actions'
import { shownGold } from './shown-gold'

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

interface TextProps {
  actor: Actor
  studyId: string
  document: Awaited<ReturnType<typeof readDocument>>
  /** Whether its gold is to be marked in it. */
  withGold: boolean
}

/** The text alone, or with its gold as a layer of its own for who may read the review. */
async function Text({ actor, studyId, document, withGold }: TextProps) {
  const gold = await shownGold(actor, { studyId, documentId: document.id })
  const here = `/studies/${studyId}/documents/${document.id}`
  return (
    <>
      {gold && (
        <p className="mb-6">
          <ButtonLink href={withGold ? here : `${here}?layer=gold`}>
            {withGold ? goldWords.hide : goldWords.show(gold.annotations.length)}
          </ButtonLink>
        </p>
      )}
      {gold && withGold ? (
        <GoldLayer
          studyId={studyId}
          document={document}
          gold={gold}
          codebook={(await readCodebook(actor, { studyId })).codebook}
        />
      ) : (
        <DocumentText text={document.text} language={document.language} direction={document.direction} />
      )}
    </>
  )
}

interface Props {
  params: Promise<{ studyId: string; documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One text, for reading. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { studyId, documentId: asked } = await params
  const study = await studyOf(studyId)
  if ('refused' in study) return null
  const documentId = idFrom(asked)
  const { actor } = study
  const answer = await reading(readDocument(actor, { studyId, documentId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const document = answer.found
  const thread = await shownThread(actor, { studyId, subject: 'document', documentId })
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
        <Text actor={actor} studyId={studyId} document={document} withGold={(await searchParams).layer === 'gold'} />
        {thread && (
          <div className="mt-12">
            <h2 className="mb-3 font-semibold text-xl">{discussionWords.title}</h2>
            <Discussion studyId={studyId} subject="document" documentId={documentId} initial={thread} headless />
          </div>
        )}
      </div>
      <aside>
        <h2 className="mb-2 font-semibold">{words.facts}</h2>
        <DocumentFacts {...document} />
        {may(study.found.roles, 'codings.manage') && (
          <Codings actor={actor} studyId={studyId} documentId={documentId} />
        )}
      </aside>
    </div>
  )
}
