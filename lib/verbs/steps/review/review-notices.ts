import type { Membership } from '../../../../prisma/generated/client'
import type { StudyChange } from '../../../changes'
import { areCodesOpen, type OpenDocument, openDocuments, standingOf } from '../discussion/open-discussion'
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

/** The rounds in which the document is open to this coder: hardly ever more than one. */
async function openRounds(membership: Membership, documentId: string): Promise<OpenDocument[]> {
  return (await openDocuments(membership)).filter((open) => open.documentId === documentId)
}

/** Whether a coder may know of it: of a discussion that is open, of a decision only where outcomes can be read. */
async function concernsCoder(membership: Membership, { about, documentId, clusterId }: StudyChange): Promise<boolean> {
  if (about === 'discussion') {
    return documentId ? (await openRounds(membership, documentId)).length > 0 : areCodesOpen(membership)
  }
  const open = documentId ? await openRounds(membership, documentId) : await openDocuments(membership)
  return hasOutcome(open, clusterId)
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
