import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FirstAccountForm } from '@/components/account/first-account-form'
import { NarrowFrame } from '@/components/ui/narrow-frame'
import { account } from '@/components/words/account'
import { isEmptyServer } from '@/lib/verbs/accounts'
import { createFirst } from './actions'

export const metadata: Metadata = { title: account.welcomeTitle }

/** The first page of an empty server. */
export default async function WelcomePage() {
  if (!(await isEmptyServer(null))) redirect('/sign-in')
  return (
    <NarrowFrame>
      <h1 className="font-semibold font-serif text-3xl tracking-tight">{account.welcomeTitle}</h1>
      <p className="mt-2 text-lg text-muted">{account.product}</p>
      <p className="mt-6 mb-6">{account.welcomeFirst}</p>
      <FirstAccountForm create={createFirst} />
      <p className="mt-6 text-muted">{account.welcomeNext}</p>
    </NarrowFrame>
  )
}
