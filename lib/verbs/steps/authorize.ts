import type { Membership } from '../../../prisma/generated/client'
import { db, type Transaction } from '../../db'
import { AppError } from '../../errors'
import { type Action, may, mustSubmitDocumentFirst, mustSubmitFirst } from '../../policy'

/** A signed-in person. */
export interface Actor {
  userId: string
  email: string
  name: string
}

/** Nobody is signed in: first page of an empty server, sign-in, an invitation link. */
export type Visitor = null

const unknownStudy = 'This study does not exist, or you are not a member of it.'

/**
 * The documents that somebody has still to submit. A reopened coding counts until it is submitted again: whoever changes
 * it must not look at the others' meanwhile. What is held not eligible is done.
 */
async function unsubmittedDocuments(membership: Membership, reader: Transaction = db()): Promise<string[]> {
  const codings = await reader.coding.findMany({
    where: {
      ...{ studyId: membership.studyId, coderId: membership.id },
      ...{ state: { in: ['assigned', 'open'] }, ineligibleReason: null },
    },
    select: { documentId: true },
  })
  return codings.map(({ documentId }) => documentId)
}

/** Whether nothing that this member codes is left to submit; true for who does not code. */
async function hasSubmittedAll(membership: Membership, reader?: Transaction): Promise<boolean> {
  return (await unsubmittedDocuments(membership, reader)).length === 0
}

/**
 * Whether none of this member's codings can still have to be done: what is held not eligible can be taken back, or sent
 * back, until the lead has confirmed it.
 */
export async function isDoneForGood({ studyId, id }: Membership, reader: Transaction = db()): Promise<boolean> {
  const unfinished = await reader.coding.count({
    where: { studyId, coderId: id, state: { in: ['assigned', 'open'] }, ineligibleConfirmedAt: null },
  })
  return unfinished === 0
}

/** Whether the person codes here and is not done, so that this action waits. */
export async function isBlind(membership: Membership, action: Action, reader: Transaction = db()): Promise<boolean> {
  return mustSubmitFirst(membership.roles, action) && !(await hasSubmittedAll(membership, reader))
}

/** The documents about which this action shows the person nothing yet. */
export async function heldBackDocuments(
  membership: Membership,
  action: Action,
  reader?: Transaction,
): Promise<string[]> {
  return mustSubmitDocumentFirst(membership.roles, action) ? unsubmittedDocuments(membership, reader) : []
}

/**
 * The first statement of every verb inside a study: finds the actor's membership and asks the policy.
 * @throws AppError not_found for who is no member (so that nobody learns which studies exist), forbidden for a member
 *   without the right, or one who is still blind
 */
export async function authorize(
  actor: Actor,
  studyId: string,
  action: Action,
  reader: Transaction = db(),
): Promise<Membership> {
  const membership = await reader.membership.findUnique({
    where: { studyId_userId: { studyId, userId: actor.userId } },
  })
  if (!membership || membership.leftAt) throw new AppError('not_found', unknownStudy)
  if (!may(membership.roles, action)) {
    throw new AppError('forbidden', 'Your role in this study does not allow this. Ask its lead for another role.')
  }
  if (await isBlind(membership, action, reader)) {
    throw new AppError(
      'forbidden',
      'You code in this study, so other coders’ work stays hidden until you have submitted all your own codings.',
    )
  }
  return membership
}
