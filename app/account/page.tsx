import type { Metadata } from 'next'
import { ChangePasswordForm } from '@/components/account/change-password-form'
import { EndSessionsForm, SignOutButton } from '@/components/account/session-buttons'
import { Frame } from '@/components/ui/frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { account } from '@/components/words/account'
import { requireActor } from '../require-actor'
import { change, endAll } from './actions'

export const metadata: Metadata = { title: account.accountTitle }

/** The person's own account. */
export default async function AccountPage() {
  const actor = await requireActor()
  return (
    <Frame name={actor.name}>
      <PageHeader title={actor.name} actions={<SignOutButton />}>
        {actor.email}
      </PageHeader>
      <Section title={account.changePassword} note={account.changePasswordNote}>
        <ChangePasswordForm email={actor.email} change={change} />
      </Section>
      <Section title={account.sessions} note={account.sessionsNote}>
        <EndSessionsForm endAll={endAll} />
      </Section>
    </Frame>
  )
}
