import { useMemo } from 'react'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { ContentNote } from '../coding-desk/care/ContentNote'
import { useContentNote } from '../coding-desk/care/use-content-note'
import { codeStyles } from '../coding-desk/codes/code-styles'
import { Said } from '../coding-desk/Said'
import { queuePath } from '../review-queue/filters'
import { ClusterHeading } from './ClusterHeading'
import { Comparison } from './compare/Comparison'
import { DecideBar } from './decide/DecideBar'
import { ReviewDialogs } from './dialogs/ReviewDialogs'
import { ReviewHeader } from './header/ReviewHeader'
import { ClusterNotices } from './notices/ClusterNotices'
import { MiddleText } from './passage/MiddleText'
import { QueueSide } from './side/QueueSide'
import { SidePanel } from './side/SidePanel'
import { type ReviewParts, useReview } from './use-review'

type OpenClusterProps = ReviewParts & { queue: ReviewQueue }

/** One cluster with everything around it. It opens when the reviewer has read the note on a text that is hard to read. */
export function OpenCluster(props: OpenClusterProps) {
  const { note, show } = useContentNote(props.view.document)
  if (note === null) return <Cluster {...props} />
  return <ContentNote note={note} back={queuePath(props.studyId, props.filters)} onShow={show} />
}

function Cluster({ queue, ...parts }: OpenClusterProps) {
  const review = useReview(parts)
  const { view, layout, draft } = review
  // What differs stands in the questions of a merge, and whoever writes needs the text.
  const isWhole = layout.isWhole || review.isWriting || (draft.outcome === 'merge' && view.kind === 'spans')
  const styles = useMemo(() => codeStyles(view.codebook.codes), [view.codebook])
  return (
    <>
      <style>{styles}</style>
      <ReviewHeader review={review} />
      <div className={`flex min-h-0 flex-1${draft.outcome === null ? '' : ' is-deciding'}`}>
        <QueueSide review={review} queue={queue} />
        <main className={`review-middle${isWhole ? ' is-whole' : ''}`}>
          <ClusterHeading review={review} />
          <ClusterNotices review={review} />
          <MiddleText review={review} />
          <Comparison review={review} />
        </main>
        <SidePanel review={review} />
      </div>
      <Said message={review.messages.message} loud="border-line border-t bg-warning-soft px-4 py-1.5 text-sm lg:px-5" />
      <DecideBar review={review} />
      <ReviewDialogs review={review} />
    </>
  )
}
