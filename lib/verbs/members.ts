import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Invitation } from '../../prisma/generated/client'
import { announce } from '../changes'
import { db, type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { type MemberRole, memberRoles } from '../policy'
import { newAccountInput } from './accounts'
import { assignEveryone, withdrawUnopened } from './steps/assignments'
import { audit } from './steps/audit'
import { type Actor, authorize, type Visitor } from './steps/authorize'
import { insertMembership } from './steps/memberships'
import { keepSight } from './steps/seen-documents'
import { lockStudy } from './steps/study-lock'
import { insertUser } from './steps/users'

const roles = z.array(z.enum(memberRoles)).min(1, 'Choose at least one role.').max(memberRoles.length)

export const inviteMemberInput = z.object({
  studyId: z.uuid(),
  roles,
  note: z.string().trim().max(200).default(''),
  days: z.coerce.number().int().min(1, 'At least one day.').max(90, 'At most 90 days.').default(14),
})
export const acceptInvitationInput = z.object({ token: z.string().max(100), account: newAccountInput.optional() })
export const revokeInvitationInput = z.object({ studyId: z.uuid(), invitationId: z.uuid() })
export const removeMemberInput = z.object({ studyId: z.uuid(), memberId: z.uuid() })
export const changeRolesInput = removeMemberInput.extend({ roles })

interface MemberList {
  members: {
    id: string
    name: string
    email: string
    pseudonym: string
    roles: MemberRole[]
    joinedAt: Date
    leftAt: Date | null
    isMe: boolean
  }[]
  invitations: { id: string; roles: MemberRole[]; note: string; expiresAt: Date; createdAt: Date; createdBy: string }[]
}

/** Everybody who is or was in the study, and the invitations still open. */
export async function listMembers(actor: Actor, input: { studyId: string }): Promise<MemberList> {
  const { studyId } = await authorize(actor, input.studyId, 'members.read')
  const members = await db().membership.findMany({
    where: { studyId },
    include: { user: true },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  })
  const invitations = await db().invitation.findMany({
    where: { studyId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    include: { createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return {
    members: members.map(({ user, id, pseudonym, roles: held, joinedAt, leftAt }) => {
      return {
        id,
        name: user.name,
        email: user.email,
        pseudonym,
        roles: held,
        joinedAt,
        leftAt,
        isMe: user.id === actor.userId,
      }
    }),
    invitations: invitations.map(({ id, roles: offered, note, expiresAt, createdAt, createdBy }) => {
      return { id, roles: offered, note, expiresAt, createdAt, createdBy: createdBy.name }
    }),
  }
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Makes a link for one person. Its token is returned once and only its hash is kept. */
export async function inviteMember(actor: Actor, input: z.infer<typeof inviteMemberInput>): Promise<{ token: string }> {
  const { studyId } = await authorize(actor, input.studyId, 'members.change')
  const token = randomBytes(24).toString('base64url')
  await transaction(async (tx) => {
    await tx.invitation.create({
      data: {
        id: randomUUID(),
        studyId,
        tokenHash: hashToken(token),
        roles: input.roles,
        note: input.note,
        expiresAt: new Date(Date.now() + input.days * 24 * 60 * 60 * 1000),
        createdById: actor.userId,
      },
    })
    await audit(tx, { actorId: actor.userId, studyId, action: 'member.invited', detail: { roles: input.roles } })
  })
  return { token }
}

/** Makes an open invitation useless. One that is accepted or revoked already stays as it is. */
export async function revokeInvitation(actor: Actor, input: z.infer<typeof revokeInvitationInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'members.change')
  await transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: input.invitationId, studyId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0) await audit(tx, { actorId: actor.userId, studyId, action: 'member.invitation_revoked' })
  })
}

export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked'

function stateOf(invitation: Invitation): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt < new Date() ? 'expired' : 'open'
}

const unknownLink = 'This invitation link is not valid. Ask the lead of the study for a new one.'

/** What the link offers, for whoever holds it. */
export async function readInvitation(
  _visitor: Visitor,
  input: { token: string },
): Promise<{ studyTitle: string; roles: MemberRole[]; invitedBy: string; state: InvitationState }> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: hashToken(input.token) },
    include: { study: { select: { title: true } }, createdBy: { select: { name: true } } },
  })
  if (!invitation) throw new AppError('not_found', unknownLink)
  const { study, createdBy } = invitation
  return { studyTitle: study.title, roles: invitation.roles, invitedBy: createdBy.name, state: stateOf(invitation) }
}

/** Takes the invitation, so that of two who open the same link one gets in. */
async function takeInvitation(tx: Transaction, token: string): Promise<Invitation> {
  const tokenHash = hashToken(token)
  await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`
  const invitation = await tx.invitation.findUnique({ where: { tokenHash } })
  if (!invitation) throw new AppError('not_found', unknownLink)
  const state = stateOf(invitation)
  if (state !== 'open') {
    throw new AppError(
      'conflict',
      `This invitation link was ${state === 'expired' ? 'not used in time' : state}. Ask the lead for a new one.`,
    )
  }
  return invitation
}

/**
 * Joins the study: the signed-in person, or a new account.
 * @throws AppError not_found or conflict when the link cannot be used (any more), unauthenticated without account
 */
export async function acceptInvitation(
  visitor: Actor | Visitor,
  input: z.infer<typeof acceptInvitationInput>,
): Promise<{ studyId: string }> {
  return transaction(async (tx) => {
    const invitation = await takeInvitation(tx, input.token)
    const { studyId } = invitation
    const actor = visitor ?? (input.account && (await insertUser(tx, input.account)))
    if (!actor) throw new AppError('unauthenticated', 'Sign in, or create an account, to join the study.')
    await insertMembership(tx, { studyId, userId: actor.userId, roles: invitation.roles })
    await tx.invitation.update({
      where: { id: invitation.id },
      data: { acceptedById: actor.userId, acceptedAt: new Date() },
    })
    await audit(tx, { actorId: actor.userId, studyId, action: 'member.joined', detail: { roles: invitation.roles } })
    await announce(tx, { studyId, about: 'members' })
    return { studyId }
  })
}

async function refuseWithoutLead(tx: Transaction, studyId: string): Promise<void> {
  const leads = await tx.membership.count({ where: { studyId, leftAt: null, roles: { has: 'lead' } } })
  if (leads === 0) throw new AppError('conflict', 'A study needs a lead. Make somebody else lead first.')
}

async function presentMember(tx: Transaction, studyId: string, memberId: string) {
  await lockStudy(tx, studyId)
  const member = await tx.membership.findUnique({ where: { studyId_id: { studyId, id: memberId } } })
  if (!member || member.leftAt) throw new AppError('not_found', 'This person is not in the study.')
  return member
}

/**
 * Gives a member other roles. A new coder gets all documents; a former one loses those not opened yet. Who could see what
 * others had begun to code, and codes it now, does so outside of the reliability sample.
 */
export async function changeRoles(actor: Actor, input: z.infer<typeof changeRolesInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'members.change')
  await transaction(async (tx) => {
    const member = await presentMember(tx, studyId, input.memberId)
    await tx.membership.update({ where: { id: member.id }, data: { roles: input.roles } })
    await keepSight(tx, member, input.roles)
    await refuseWithoutLead(tx, studyId)
    if (input.roles.includes('coder')) await assignEveryone(tx, studyId)
    else await withdrawUnopened(tx, studyId, member.id)
    const detail = { member: member.id, from: member.roles, to: input.roles }
    await audit(tx, { actorId: actor.userId, studyId, action: 'member.roles_changed', detail })
    await announce(tx, { studyId, about: 'members' })
  })
}

/** Ends a membership. All work stays, under its pseudonym. */
export async function removeMember(actor: Actor, input: z.infer<typeof removeMemberInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'members.change')
  await transaction(async (tx) => {
    const member = await presentMember(tx, studyId, input.memberId)
    await tx.membership.update({ where: { id: member.id }, data: { leftAt: new Date() } })
    await refuseWithoutLead(tx, studyId)
    await withdrawUnopened(tx, studyId, member.id)
    await audit(tx, { actorId: actor.userId, studyId, action: 'member.removed', detail: { member: member.id } })
    await announce(tx, { studyId, about: 'members' })
  })
}
