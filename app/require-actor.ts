import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type Actor, currentActor } from '@/lib/actor'

/** The signed-in person a page is for; anybody else goes to sign in and comes back to the same page. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor) return actor
  const address = (await headers()).get('x-page-address') ?? '/studies'
  redirect(`/sign-in?next=${encodeURIComponent(address)}`)
}
