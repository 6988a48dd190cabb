import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { returnAddress } from '@/components/account/return-address'
import { SignInForm } from '@/components/account/sign-in-form'
import { NarrowFrame } from '@/components/ui/narrow-frame'
import { account } from '@/components/words/account'
import { currentActor } from '@/lib/actor'
import { isEmptyServer } from '@/lib/verbs/accounts'

export const metadata: Metadata = { title: account.signInTitle }

/** Sign-in; afterwards back to the page one came for. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams
  const address = returnAddress(typeof next === 'string' ? next : undefined)
  if (await currentActor()) redirect(address)
  if (await isEmptyServer(null)) redirect('/welcome')
  return (
    <NarrowFrame>
      <h1 className="font-semibold font-serif text-3xl tracking-tight">{account.signInTitle}</h1>
      <p className="mt-2 mb-6 text-lg text-muted">{account.product}</p>
      <SignInForm next={address} />
      <p className="mt-6 text-muted">{account.noAccount}</p>
      <p className="mt-2 text-muted">
        {account.calculatorBefore}{' '}
        <Link href="/calculator" className="text-accent">
          {account.calculator}
        </Link>{' '}
        {account.calculatorAfter}
      </p>
    </NarrowFrame>
  )
}
