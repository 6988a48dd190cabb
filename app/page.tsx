import { redirect } from 'next/navigation'
import { currentActor } from '@/lib/actor'
import { isEmptyServer } from '@/lib/verbs/accounts'

/** The address of the server: leads everybody to where they start. */
export default async function StartPage() {
  if (await currentActor()) redirect('/studies')
  redirect((await isEmptyServer(null)) ? '/welcome' : '/sign-in')
}
