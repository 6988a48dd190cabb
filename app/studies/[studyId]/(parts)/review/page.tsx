import type { Metadata } from 'next'
import { filtersFrom } from '@/components/review-queue/filters'
import { ReviewQueuePage } from '@/components/review-queue/review-queue'
import { LiveRefresh } from '@/components/study/live-refresh'
import { Refusal } from '@/components/ui/narrow-frame'
import { queue as words } from '@/components/words/review'
import { readableFilters } from '@/lib/coding/review/review-filters'
import { readCodebook } from '@/lib/verbs/codebooks'
import { readReviewQueue } from '@/lib/verbs/review'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'
import { assign, decide, takeBack } from './actions'

export const metadata: Metadata = { title: words.title }

interface Props {
  params: Promise<{ studyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The queue of the review: where coders differ, the hardest first, with filters in the address. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const query = await searchParams
  const filters = readableFilters(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const asked = { studyId, ...filters, ...(after === undefined ? {} : { after }) }
  const [answer, book] = await Promise.all([
    reading(readReviewQueue(actor, asked)),
    reading(readCodebook(actor, { studyId })),
  ])
  if ('refused' in answer || 'refused' in book) {
    return (
      <>
        <Refusal>{'refused' in answer ? answer.refused : 'refused' in book && book.refused}</Refusal>
        <LiveRefresh studyId={studyId} />
      </>
    )
  }
  return (
    <>
      <LiveRefresh studyId={studyId} />
      <ReviewQueuePage
        studyId={studyId}
        filters={filtersFrom(filters)}
        queue={answer.found}
        codebook={book.found.codebook}
        isFurther={after !== undefined}
        {...{ decide, takeBack, assign }}
      />
    </>
  )
}
