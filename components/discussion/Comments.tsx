import { piecesOfComment } from '@/lib/coding/review/mentions'
import type { CommentView } from '@/lib/coding/review/review-view'
import { discussion as words } from '../words/discussion'
import { Moment } from './Moment'

function CommentText({ text, mentions }: Pick<CommentView, 'text' | 'mentions'>) {
  return (
    <p className="whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
      {piecesOfComment(text, mentions).map(({ start, words: said, isMention }) =>
        isMention ? (
          <span key={start} className="rounded bg-accent-soft px-1 font-semibold">
            {said}
          </span>
        ) : (
          <span key={start}>{said}</span>
        ),
      )}
    </p>
  )
}

/** What was said, oldest first. */
export function Comments({ comments }: { comments: readonly CommentView[] }) {
  if (comments.length === 0) return <p className="text-muted">{words.none}</p>
  return (
    <ol aria-label={words.list} className="grid gap-4">
      {comments.map(({ id, author, isOwn, text, mentions, at }) => (
        <li key={id} className="border-line border-s-4 ps-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{isOwn ? words.you : author}</span>
            <span className="text-base text-muted">
              <Moment at={at} />
            </span>
          </p>
          <CommentText text={text} mentions={mentions} />
        </li>
      ))}
    </ol>
  )
}
