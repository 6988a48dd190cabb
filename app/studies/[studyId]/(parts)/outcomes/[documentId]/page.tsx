import '@/components/coding-desk/coding-desk.css'
import '@/components/marked-text/marked-text.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { DiscussionFold } from '@/components/discussion/DiscussionFold'
import { clusterAnchor, OutcomePassage } from '@/components/outcomes/OutcomePassage'
import { marksOf, OutcomeText } from '@/components/outcomes/OutcomeText'
import { CodebookNames } from '@/components/outcomes/own-difference'
import { LiveRefresh } from '@/components/study/live-refresh'
import { ButtonLink } from '@/components/ui/button-link'
import { Refusal } from '@/components/ui/narrow-frame'
import { Section } from '@/components/ui/page-header'
import { outcomes as words } from '@/components/words/outcomes'
import type { OutcomeView } from '@/lib/coding/review/outcome-view'
import { CodePointIndex } from '@/lib/text/code-points'
import type { Span } from '@/lib/text/spans'
import { readMyOutcome } from '@/lib/verbs/outcomes'
import { reading } from '../../../../../reading'
import { requireActor } from '../../../../../require-actor'
import { idFrom } from '../../../study'

export const metadata: Metadata = { title: words.title }

interface Props {
  params: Promise<{ studyId: string; documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const lookOfLink = 'inline-flex min-h-11 items-center text-accent sm:min-h-0'

function Header({ view }: { view: OutcomeView }) {
  const { studyId, document, state, own, previousId, nextId } = view
  const neighbours = [
    { id: previousId, name: words.previous },
    { id: nextId, name: words.next },
  ]
  return (
    <header className="mb-8">
      <nav className="flex flex-wrap gap-x-6">
        <Link href={`/studies/${studyId}/outcomes`} className={lookOfLink}>
          {words.back}
        </Link>
        {neighbours.map(({ id, name }) =>
          id ? (
            <Link key={name} href={`/studies/${studyId}/outcomes/${id}`} className={lookOfLink}>
              {name}
            </Link>
          ) : null,
        )}
      </nav>
      <h1 className="mt-2 max-w-[42rem] text-balance font-semibold font-serif text-3xl leading-tight" dir="auto">
        {document.title}
      </h1>
      <p className="mt-2 max-w-2xl text-lg text-muted">
        {state === 'decided' ? words.stateDecided : words.stateDiscussion}
      </p>
      <ButtonLink href={`/studies/${studyId}/codings/${own.codingId}`} prefetch={false} className="mt-4">
        {words.openOwn}
      </ButtonLink>
    </header>
  )
}

function Passages({ view }: { view: OutcomeView }) {
  const { studyId, document, codebook, clusters, agreed } = view
  const names = new CodebookNames(codebook)
  const text = new CodePointIndex(document.text)
  const marks = marksOf(view, names)
  const passages = clusters.filter(({ kind }) => kind === 'spans')
  const showing = { studyId, codebook, names, document, wordsOf: ({ start, end }: Span) => text.slice(start, end) }
  return (
    <>
      <Section title={words.passagesTitle} note={clusters.length === 0 ? words.nothingDiffers : words.agreed(agreed)}>
        {clusters.map((cluster) => (
          <OutcomePassage
            key={cluster.id}
            cluster={cluster}
            number={passages.indexOf(cluster) + 1}
            marks={marks.filter(({ href }) => href === `#${clusterAnchor(cluster.id)}`)}
            {...showing}
          />
        ))}
      </Section>
      <Section title={words.marks}>
        <OutcomeText view={view} marks={marks} />
      </Section>
    </>
  )
}

/** Own work on one text beside what was decided, passage by passage, and all over the text. */
export default async function OutcomePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { studyId: askedStudy, documentId: askedDocument } = await params
  const [studyId, documentId] = [idFrom(askedStudy), idFrom(askedDocument)]
  const roundId = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).round)
  const answer = await reading(readMyOutcome(actor, { studyId, documentId, roundId }))
  if ('refused' in answer) {
    return (
      <>
        <Refusal>{answer.refused}</Refusal>
        <LiveRefresh studyId={studyId} />
      </>
    )
  }
  const view = answer.found
  return (
    <>
      <LiveRefresh studyId={studyId} />
      <Header view={view} />
      <Passages view={view} />
      <Section title={words.aboutText}>
        <DiscussionFold
          title={words.discussThis(0)}
          studyId={studyId}
          subject="document"
          documentId={documentId}
          roundId={view.round.id}
        />
      </Section>
    </>
  )
}
