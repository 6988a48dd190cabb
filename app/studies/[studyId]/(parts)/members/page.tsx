import type { Metadata } from 'next'
import { InviteForm } from '@/components/study/invite-form'
import { MembersTable } from '@/components/study/members-table'
import { OpenInvitations } from '@/components/study/open-invitations'
import { Refusal } from '@/components/ui/narrow-frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { members as words } from '@/components/words/members'
import { listMembers } from '@/lib/verbs/members'
import { reading } from '../../../../reading'
import { requireActor } from '../../../../require-actor'
import { idFrom } from '../../study'
import { change, invite, remove, revoke } from './actions'

export const metadata: Metadata = { title: words.title }

/** The people of a study: who is in it, in which roles, and who is invited. */
export default async function MembersPage({ params }: { params: Promise<{ studyId: string }> }) {
  const actor = await requireActor()
  const studyId = idFrom((await params).studyId)
  const answer = await reading(listMembers(actor, { studyId }))
  if ('refused' in answer) return <Refusal>{answer.refused}</Refusal>
  const { members, invitations } = answer.found
  return (
    <>
      <PageHeader title={words.title}>{words.lead}</PageHeader>
      <Section title={words.inviteTitle} note={words.inviteNote}>
        <InviteForm studyId={studyId} invite={invite} />
      </Section>
      {invitations.length > 0 && (
        <Section title={words.open}>
          <OpenInvitations studyId={studyId} invitations={invitations} revoke={revoke} />
        </Section>
      )}
      <Section title={words.people}>
        <MembersTable studyId={studyId} members={members} change={change} remove={remove} />
      </Section>
    </>
  )
}
