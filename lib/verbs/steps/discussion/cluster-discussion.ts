import type { Membership } from '../../../../prisma/generated/client'
import type { CommentView } from '../../../coding/review/review-view'
import { db } from '../../../db'
import type { StoredCluster } from '../review/stored-clusters'
import { readStances } from './stances'
import { threadPeople } from './thread-people'
import type { ThreadPlace } from './thread-place'
import { readComments, toCommentView } from './threads'

interface ClusterDiscussion {
  comments: CommentView[]
  /** What each coder wants, by the letters of the readings. */
  stances: ReadonlyMap<string, string | null>
}

/** What is said of a cluster, as a reviewer reads it. */
export async function readClusterDiscussion(
  cluster: StoredCluster,
  { id: readerId, roles }: Pick<Membership, 'id' | 'roles'>,
): Promise<ClusterDiscussion> {
  const { studyId, roundId, documentId } = cluster
  const place: ThreadPlace = { studyId, subject: 'cluster', roundId, documentId, cluster, codeKey: null }
  const comments = await readComments(db(), place)
  const people = comments.length === 0 ? [] : await threadPeople(db(), place, { standing: 'reviewer', roles })
  const { coders } = await readStances(db(), cluster, null)
  return {
    comments: comments.map((row) => toCommentView(row, people, readerId)),
    stances: new Map(coders.map(({ reading, stance }) => [reading, stance])),
  }
}
