import type { ErrorBody } from '@/lib/errors'
import { Notice } from './notice'

/** Why a form was refused, unless the fields beside it say so already. */
export function FormError({ error, fields = [] }: { error: ErrorBody | undefined; fields?: string[] }) {
  if (!error) return null
  const wrong = Object.keys(error.fields ?? {})
  if (wrong.length > 0 && wrong.every((field) => fields.includes(field))) return null
  return <Notice tone="danger">{error.message}</Notice>
}
