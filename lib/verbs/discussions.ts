import { isDeepStrictEqual } from 'node:util'
import type { Comment, Stance } from '../../prisma/generated/client'
import { announce } from '../changes'
import type {
  AskedThread,
  CommentInput,
  MentionOfMe,
  StanceInput,
  ThreadStances,
  ThreadView,
} from '../coding/review/discussion'
import { coderBehind } from '../coding/review/letters'
import { keptMentions } from '../coding/review/mentions'
import type { CommentView } from '../coding/review/review-view'
import { db, type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { may } from '../policy'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { readMentions } from './steps/discussion/mentions'
import { standingOf } from './steps/discussion/open-discussion'
import { readStances } from './steps/discussion/stances'
import { type ThreadPerson, threadPeople } from './steps/discussion/thread-people'
import { type ThreadPlace, threadPlace } from './steps/discussion/thread-place'
import { ensureThread, mostComments, readComments, toCommentView } from './steps/discussion/threads'
import type { StoredCluster } from './steps/review/stored-clusters'

/** More changes of mind than this about one cluster are a mistake of a program. */
const mostStances = 100

/** Whom the reader may mention, by name: in the order in which they joined, letters would tell whose they are. */
function namesOffered(people: readonly ThreadPerson[], readerId: string): string[] {
  const others = people.filter(({ id, isHere }) => isHere && id !== readerId)
  return others.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'en'))
}

/**
 * The discussion of a cluster, a document or a code, empty when nobody has begun it. To a coder it is there once the
 * lead has released the round and all coders of the document have submitted it; who codes is a letter.
 * @throws AppError not_found where there is no such thing, and just so where it is not open to the actor
 */
export async function readThread(actor: Actor, input: { studyId: string } & AskedThread): Promise<ThreadView> {
  const membership = await authorize(actor, input.studyId, 'discussion.read')
  const standing = await standingOf(membership)
  const place = await threadPlace(db(), membership, standing, input)
  const people = await threadPeople(db(), place, { standing, roles: membership.roles })
  const comments = await readComments(db(), place)
  const own = standing === 'coder' ? membership.pseudonym : null
  return {
    subject: place.subject,
    comments: comments.map((row) => toCommentView(row, people, membership.id)),
    people: namesOffered(people, membership.id),
    mayWrite: may(membership.roles, 'discussion.take'),
    stances: place.cluster ? await readStances(db(), place.cluster, own) : null,
  }
}

/** Whether a discussion is open to the actor, whatever has been said in it. */
export async function isThreadOpen(actor: Actor, input: { studyId: string } & AskedThread): Promise<boolean> {
  const membership = await authorize(actor, input.studyId, 'discussion.read')
  try {
    await threadPlace(db(), membership, await standingOf(membership), input)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false
    throw error
  }
}

function announceDiscussion(tx: Transaction, { studyId, documentId, cluster }: ThreadPlace): Promise<void> {
  return announce(tx, {
    ...{ studyId, about: 'discussion' },
    ...(documentId ? { documentId } : {}),
    ...(cluster ? { clusterId: cluster.id } : {}),
  })
}

async function refuseEndless(tx: Transaction, threadId: string): Promise<void> {
  if ((await tx.comment.count({ where: { threadId } })) < mostComments) return
  throw new AppError('invalid', `A discussion has at most ${mostComments.toLocaleString('en')} comments.`)
}

/**
 * Says something in a discussion; "@" and a name of its people mentions somebody. Saying the same again under its id gives
 * the same answer.
 * @throws AppError not_found where there is nothing to discuss, or it is not open to the actor; conflict when the id was
 *   used for another comment; invalid in a discussion that is too long
 */
export async function postComment(actor: Actor, input: { studyId: string } & CommentInput): Promise<CommentView> {
  return transaction(async (tx) => {
    const membership = await authorize(actor, input.studyId, 'discussion.take', tx)
    const standing = await standingOf(membership, tx)
    const place = await threadPlace(tx, membership, standing, input)
    const people = await threadPeople(tx, place, { standing, roles: membership.roles })
    const here = people.filter(({ isHere }) => isHere)
    const { text, ids } = keptMentions(
      input.text,
      here.map(({ reference, name }) => ({ id: reference, name })),
    )
    const mentioned = here.filter(({ reference }) => ids.includes(reference))
    const mentions = [...new Set(mentioned.map(({ id }) => id))]
    const { studyId } = place
    const threadId = await ensureThread(tx, place)
    const known = await tx.comment.findUnique({ where: { threadId_id: { threadId, id: input.id } } })
    const sameComment = (other: Comment) => {
      if (other.authorId === membership.id && other.text === text) return toCommentView(other, people, membership.id)
      throw new AppError('conflict', 'Another comment was posted under this id. Post this one under a new id.')
    }
    if (known) return sameComment(known)
    await refuseEndless(tx, threadId)
    const made = await tx.comment.createMany({
      data: { threadId, id: input.id, studyId, authorId: membership.id, text, mentions },
      skipDuplicates: true,
    })
    const said = await tx.comment.findUniqueOrThrow({ where: { threadId_id: { threadId, id: input.id } } })
    if (made.count === 0) return sameComment(said)
    const detail = { threadId, commentId: said.id }
    await audit(tx, { actorId: actor.userId, studyId, action: 'comment.posted', detail })
    await announceDiscussion(tx, place)
    return toCommentView(said, people, membership.id)
  })
}

/** Whose reading the letter stands for. @throws AppError invalid for a letter that the cluster does not have */
async function readingOf(tx: Transaction, cluster: StoredCluster, letter: string): Promise<string> {
  const pseudonym = coderBehind(cluster.letters, letter)
  if (pseudonym === undefined) {
    const problem = `Choose one of the readings ${[...cluster.letters.values()].join(', ')}.`
    throw new AppError('invalid', problem, { fields: { reading: problem } })
  }
  const member = await tx.membership.findUniqueOrThrow({
    where: { studyId_pseudonym: { studyId: cluster.studyId, pseudonym } },
    select: { id: true },
  })
  return member.id
}

function refuseChanged(cluster: StoredCluster, inputKey: string): void {
  if (cluster.inputKey === inputKey) return
  throw new AppError('conflict', 'A coding of this passage was changed meanwhile. Look at it again.')
}

/** Whether this very stance was taken before. @throws AppError conflict when another one came under its id */
async function isKnown(tx: Transaction, stance: Omit<Stance, 'sequence' | 'at'>): Promise<boolean> {
  const known = await tx.stance.findUnique({ where: { id: stance.id } })
  if (!known) return false
  const { sequence: _, at: __, ...taken } = known
  if (isDeepStrictEqual(taken, stance)) return true
  throw new AppError('conflict', 'Another stance was taken under this id. Take this one under a new id.')
}

/**
 * A coder says which reading of a cluster the coder wants: the own one to keep it, or another's to accept it. Taken under
 * one id, it is taken once; the last one counts, and the record keeps all.
 * @throws AppError not_found where the cluster is not open to the actor, or the actor coded nothing of it; conflict when
 *   the cluster has changed, or the id was used for another stance; invalid for a letter that it does not have, or the 101st change of mind
 */
export async function takeStance(
  actor: Actor,
  input: { studyId: string; clusterId: string } & StanceInput,
): Promise<ThreadStances> {
  return transaction(async (tx) => {
    const membership = await authorize(actor, input.studyId, 'stance.take', tx)
    const standing = await standingOf(membership, tx)
    const asked = { subject: 'cluster' as const, clusterId: input.clusterId }
    const place = await threadPlace(tx, membership, standing, asked)
    const { studyId, documentId, cluster } = place
    if (!cluster || !documentId || !cluster.letters.has(membership.pseudonym)) {
      throw new AppError('not_found', 'You have no reading of this passage. Reload the page.')
    }
    const own = { studyId, documentId, clusterId: cluster.id, coderId: membership.id }
    const stance = {
      ...{ ...own, id: input.id, inputKey: input.inputKey },
      readingId: await readingOf(tx, cluster, input.reading),
    }
    if (!(await isKnown(tx, stance))) {
      refuseChanged(cluster, input.inputKey)
      if ((await tx.stance.count({ where: own })) >= mostStances) {
        throw new AppError('invalid', 'You have said often enough what you want here. Write a comment instead.')
      }
      const { count } = await tx.stance.createMany({ data: stance, skipDuplicates: true })
      if (count === 0) await isKnown(tx, stance)
      else {
        const detail = { clusterId: cluster.id, stanceId: input.id }
        await audit(tx, { actorId: actor.userId, studyId, action: 'stance.taken', detail })
        await announceDiscussion(tx, place)
      }
    }
    return readStances(tx, cluster, membership.pseudonym)
  })
}

/** The last comments that mention the actor, of discussions that are open to the actor now, the newest first. */
export async function listMentions(actor: Actor, input: { studyId: string }): Promise<MentionOfMe[]> {
  const membership = await authorize(actor, input.studyId, 'discussion.read')
  return readMentions(membership, await standingOf(membership))
}
