'use server'

import { currentActor } from '@/lib/actor'
import { AppError } from '@/lib/errors'
import { publicAction } from '@/lib/http/action'
import { newAccountInput } from '@/lib/verbs/accounts'
import { acceptInvitation, acceptInvitationInput } from '@/lib/verbs/members'

const withToken = acceptInvitationInput.pick({ token: true })

/** Joins as the person who is signed in. */
export const joinAs = publicAction(withToken, async ({ token }) => {
  const actor = await currentActor()
  if (!actor) throw new AppError('unauthenticated', 'Your session has ended. Open the link again.')
  return acceptInvitation(actor, { token })
})

/** Joins with an account made now. */
export const joinNew = publicAction(withToken.extend(newAccountInput.shape), ({ token, ...account }) =>
  acceptInvitation(null, { token, account }),
)
