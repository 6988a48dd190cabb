'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import type { Actor } from '@/lib/actor'
import { action } from '@/lib/http/action'
import {
  changeRoles,
  changeRolesInput,
  inviteMember,
  inviteMemberInput,
  removeMember,
  removeMemberInput,
  revokeInvitation,
  revokeInvitationInput,
} from '@/lib/verbs/members'

/** An action after which the page of members shows the new state. */
function membersAction<Schema extends z.ZodType<{ studyId: string }>, Result>(
  schema: Schema,
  verb: (actor: Actor, input: z.infer<Schema>) => Promise<Result>,
) {
  return action(schema, async (actor, input) => {
    const result = await verb(actor, input)
    revalidatePath(`/studies/${input.studyId}`, 'layout')
    return result
  })
}

// A form with no box ticked sends no roles at all.
const roles = inviteMemberInput.shape.roles.prefault([])

export const invite = membersAction(inviteMemberInput.extend({ roles }), inviteMember)

export const revoke = membersAction(revokeInvitationInput, revokeInvitation)

export const change = membersAction(changeRolesInput.extend({ roles }), changeRoles)

export const remove = membersAction(removeMemberInput, removeMember)
