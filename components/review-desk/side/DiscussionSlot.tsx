import { Discussion } from '../../discussion/Discussion'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

/** What coders and reviewers say about this cluster. */
export function DiscussionSlot({ review: { view } }: { review: Review }) {
  return (
    <section data-place="discussion" className="grid gap-2">
      <h2 className="text-muted text-sm">{deskTexts.discussion.title}</h2>
      <Discussion studyId={view.studyId} subject="cluster" clusterId={view.id} headless />
    </section>
  )
}
