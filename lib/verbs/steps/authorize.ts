import type { Membership } from '../../../prisma/generated/client'
import { db, type Transaction } from '../../db'
import { AppError } from '../../errors'
import { type Action, may, mustSubmitFirst } from '../../policy'

/** A signed-in person. */
export interface Actor {
  userId: string
  email: string
  name: string
}

/** Nobody is signed in: first page of an empty server, sign-in, an invitation link. */
export type Visitor = null

const unknownStudy = 'This study does not exist, or you are not a member of it.'

async function unsubmittedCodings(membership: Membership, reader: Transaction): Promise<number> {
  return reader.coding.count({
    where: { studyId: membership.studyId, coderId: membership.id, state: { in: ['assigned', 'open'] } },
  })
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
  if (mustSubmitFirst(membership.roles, action) && (await unsubmittedCodings(membership, reader)) > 0) {
    throw new AppError(
      'forbidden',
      'You code in this study, so other coders’ work stays hidden until you have submitted all your own codings.',
    )
  }
  return membership
}
