'use client'

import type { ReactNode } from 'react'
import { type EntityKind, entityKinds } from '@/lib/coding/entity-names'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { entities as words } from '../words/entities'
import type { ListedName } from './listed-name'

interface SmallFormProps {
  send: FormAction<void>
  /** What goes along unseen. */
  hidden: Record<string, string>
  button: string
  children: ReactNode
}

/** One line of fields with the button that sends them; above it why it was refused. */
export function SmallForm({ send, hidden, button, children }: SmallFormProps) {
  const { answer, pending, onSubmit } = useForm(send)
  return (
    <form onSubmit={onSubmit} className="grid gap-3">
      <FormError error={answer.error} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-3">
        {children}
        <Button type="submit" disabled={pending}>
          {pending ? words.saving : button}
        </Button>
      </div>
    </form>
  )
}

/** Which kind of thing it is. */
export function KindField({ kind = 'person' }: { kind?: EntityKind }) {
  return (
    <SelectField label={words.kind} name="kind" defaultValue={kind}>
      {entityKinds.map((one) => (
        <option key={one} value={one}>
          {words.kinds[one]}
        </option>
      ))}
    </SelectField>
  )
}

/** A name to write. */
export function NameField({ name, label, value = '' }: { name: string; label: string; value?: string }) {
  return (
    <div className="min-w-0 flex-1 basis-56">
      <TextField label={label} name={name} required maxLength={500} defaultValue={value} dir="auto" />
    </div>
  )
}

interface ChooseNameProps {
  name: string
  label: string
  among: readonly ListedName[]
  chosen?: string | undefined
}

/** One of the approved names. */
export function ChooseName({ name, label, among, chosen = '' }: ChooseNameProps) {
  return (
    <div className="min-w-0 flex-1 basis-56">
      <SelectField label={label} name={name} required defaultValue={chosen}>
        <option value="" disabled>
          {words.choose}
        </option>
        {among.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
