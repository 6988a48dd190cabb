import type { Membership } from '../../../../prisma/generated/client'
import type { StudyChange } from '../../../changes'
import { areCodesOpen, openDocuments, standingOf } from '../discussion/open-discussion'
import { hasOutcome } from '../outcomes/outcome-documents'

/** What somebody is told of a change of the review or of a discussion. */
export type ReviewNotice = Pick<StudyChange, 'documentId' | 'clusterId'> & { about: 'review' | 'discussion' }

function toNotice({ about, documentId, clusterId }: StudyChange): ReviewNotice {
  return {
    about: about === 'review' ? 'review' : 'discussion',
    ...(documentId ? { documentId } : {}),
    ...(clusterId ? { clusterId } : {}),
  }
}

/** Whether a coder may know of it: of a discussion that is open, of a decision only where outcomes can be read. */
async function concernsCoder(membership: Membership, { about, documentId, clusterId }: StudyChange): Promise<boolean> {
  if (about === 'discussion') {
    return documentId ? (await openDocuments(membership, { documentId })).length > 0 : areCodesOpen(membership)
  }
  return hasOutcome(await openDocuments(membership, documentId ? { documentId } : {}), clusterId)
}

/**
 * What this member may hear of a change of the review or of a discussion. A coder to whom nothing of it is open hears
 * nothing; of what is about several documents, a coder hears without any id.
 */
export async function reviewNoticeFor(membership: Membership, change: StudyChange): Promise<ReviewNotice | undefined> {
  const standing = await standingOf(membership)
  if (standing === 'reviewer') return toNotice(change)
  if (standing === 'nobody' || !(await concernsCoder(membership, change))) return undefined
  return toNotice(change)
}
