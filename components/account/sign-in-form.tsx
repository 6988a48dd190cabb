'use client'

import { goTo } from './sign-in'
import { SignInFields } from './sign-in-fields'

/** E-mail and password. @param next an address on this server to go to afterwards */
export function SignInForm({ next }: { next: string }) {
  return (
    <SignInFields
      onSignedIn={() => {
        goTo(next)
        return undefined
      }}
    />
  )
}
