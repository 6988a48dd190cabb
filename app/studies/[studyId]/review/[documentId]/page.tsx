import '@/components/coding-desk/coding-desk.css'
import '@/components/coding-desk/edges/edges.css'
import '@/components/review-desk/review-desk.css'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { ReviewDesk } from '@/components/review-desk/ReviewDesk'
import { filtersFrom, reviewDeskPath } from '@/components/review-queue/filters'
import { Notice } from '@/components/ui/notice'
import { queue as words } from '@/components/words/review'
import { readableFilters } from '@/lib/coding/review/review-filters'
import { readCluster, readReviewQueue } from '@/lib/verbs/review'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'

type Query = Record<string, string | string[] | undefined>

interface ReviewDeskPageProps {
  params: Promise<{ studyId: string; documentId: string }>
  searchParams: Promise<Query>
}

/** The queue of this request, read once. */
const queueOf = cache(async (studyId: string, filters: string) =>
  reading(readReviewQueue(await requireActor(), { studyId, ...readableFilters(JSON.parse(filters)) })),
)

export const metadata: Metadata = { title: words.title }

/** The cluster that the address names, or else the hardest of the document that is still to be decided. */
async function clusterAsked(studyId: string, documentId: string, query: Query): Promise<string | undefined> {
  const named = z.uuid().safeParse(query.cluster)
  if (named.success) return named.data
  const first = await queueOf(studyId, JSON.stringify({ ...filtersFrom(query), document: documentId }))
  return 'found' in first ? first.found.entries[0]?.id : undefined
}

/** The review desk, on one cluster. */
export default async function ReviewDeskPage({ params, searchParams }: ReviewDeskPageProps) {
  const { studyId: study, documentId } = await params
  const studyId = idFrom(study)
  const query = await searchParams
  const filters = filtersFrom(readableFilters(query))
  const queue = await queueOf(studyId, JSON.stringify(filters))
  if ('refused' in queue) return <Refused>{queue.refused}</Refused>
  const clusterId = await clusterAsked(studyId, idFrom(documentId), query)
  if (clusterId === undefined) return <ReviewDesk studyId={studyId} filters={filters} view={null} queue={queue.found} />
  const cluster = await reading(readCluster(await requireActor(), { studyId, clusterId, ...readableFilters(filters) }))
  if ('refused' in cluster) return <Refused>{cluster.refused}</Refused>
  const view = cluster.found
  if (view.document.id !== documentId) {
    redirect(reviewDeskPath(studyId, { id: view.id, documentId: view.document.id }, filters))
  }
  return <ReviewDesk key={clusterId} studyId={studyId} filters={filters} view={view} queue={queue.found} />
}

function Refused({ children }: { children: string }) {
  return (
    <main className="mx-auto max-w-2xl p-6">
      <Notice tone="warning">{children}</Notice>
    </main>
  )
}
