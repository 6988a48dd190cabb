import Link from 'next/link'
import type { MentionOfMe } from '@/lib/coding/review/discussion'
import { discussion as words } from '../words/discussion'
import { Moment } from './Moment'

interface MentionsOfMeProps {
  studyId: string
  mentions: readonly MentionOfMe[]
  /** Whether the reader reads discussions at the review desk, or beside the own work. */
  reviews: boolean
}

function addressOf(studyId: string, { subject, documentId, clusterId }: MentionOfMe, reviews: boolean): string {
  const root = `/studies/${studyId}`
  if (subject === 'code' || documentId === null) return `${root}/codebook`
  if (!reviews) return `${root}/outcomes/${documentId}${clusterId ? `#cluster-${clusterId}` : ''}`
  return clusterId ? `${root}/review/${documentId}?cluster=${clusterId}` : `${root}/documents/${documentId}`
}

/** The last comments that mention the reader, each with the way to its discussion. */
export function MentionsOfMe({ studyId, mentions, reviews }: MentionsOfMeProps) {
  return (
    <ul aria-label={words.mentionsCaption} className="grid max-w-2xl gap-4">
      {mentions.map((mention) => (
        <li key={mention.id} className="border-line border-s-4 ps-3">
          <p>
            <Link
              href={addressOf(studyId, mention, reviews)}
              className="inline-flex min-h-11 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
              dir="auto"
            >
              {mention.subject === 'code' ? words.inCode(mention.about) : mention.about}
            </Link>{' '}
            <span className="text-base text-muted">
              {mention.author}, <Moment at={mention.at} />
            </span>
          </p>
          <p className="line-clamp-3 whitespace-pre-line" dir="auto">
            {mention.text}
          </p>
        </li>
      ))}
    </ul>
  )
}
