import { TextField } from '../ui/field'
import { account } from '../words/account'

/** Name, e-mail and password of a new account. @param errors by field name */
export function NewAccountFields({ errors = {} }: { errors?: Record<string, string> | undefined }) {
  return (
    <>
      <TextField label={account.name} name="name" autoComplete="name" required autoFocus error={errors.name} />
      <TextField
        label={account.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        error={errors.email}
      />
      <TextField
        label={account.password}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        hint={account.passwordHint}
        error={errors.password}
      />
    </>
  )
}

/** The fields that show their own mistakes. */
export const newAccountFields = ['name', 'email', 'password']
