import type { Metadata } from 'next'
import { JoinAs, JoinWithNewAccount } from '@/components/account/join-forms'
import { buttonLook } from '@/components/ui/button'
import { NarrowFrame, Refusal } from '@/components/ui/narrow-frame'
import { account } from '@/components/words/account'
import { members } from '@/components/words/members'
import { currentActor } from '@/lib/actor'
import { readInvitation } from '@/lib/verbs/members'
import { reading } from '../../reading'
import { joinAs, joinNew } from './actions'

export const metadata: Metadata = { title: account.joinTitle, robots: { index: false }, referrer: 'no-referrer' }

/** The page behind an invitation link. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const answer = await reading(readInvitation(null, { token }))
  if ('refused' in answer) return <NarrowFrame>{answer.refused}</NarrowFrame>
  const { studyTitle, roles, invitedBy, state } = answer.found
  if (state !== 'open') {
    return (
      <NarrowFrame>
        <Refusal title={account.linkClosedTitle}>{account.linkClosed[state]}</Refusal>
        <a href="/sign-in" className={`${buttonLook('secondary')} mt-6 justify-self-start`}>
          {account.toSignIn}
        </a>
      </NarrowFrame>
    )
  }
  const actor = await currentActor()
  return (
    <NarrowFrame>
      <h1 className="text-balance font-semibold font-serif text-3xl tracking-tight">
        {account.invitedTitle(studyTitle)}
      </h1>
      <p className="mt-3 text-lg text-muted">{account.invitedBy(invitedBy)}</p>
      <ul className="mt-2 mb-8 list-disc pl-5">
        {roles.map((role) => (
          <li key={role}>
            <strong className="font-semibold">{members.role[role]}</strong> – {members.roleMeans[role]}
          </li>
        ))}
      </ul>
      {actor ? (
        <JoinAs token={token} join={joinAs} name={actor.name} />
      ) : (
        <>
          <JoinWithNewAccount token={token} join={joinNew} />
          <a href={`/sign-in?next=/invitations/${token}`} className={`${buttonLook('quiet')} mt-4 justify-self-start`}>
            {account.haveAccount}
          </a>
        </>
      )}
    </NarrowFrame>
  )
}
