'use client'

import { type FormEvent, useId } from 'react'
import type { Codebook } from '@/lib/coding/codebook'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { codebook as words } from '../words/codebook'

/** Name and family of a new code; key, colour and line are given, and can be changed in its form. */
export function NewCodeForm({
  codebook,
  onAdd,
}: {
  codebook: Codebook
  onAdd: (label: string, family: string) => void
}) {
  const families = useId()
  const lastFamily = codebook.families.at(-1)?.label ?? words.oneFamily
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const label = String(form.get('label')).trim()
    if (label) onAdd(label, String(form.get('family')).trim() || words.oneFamily)
    event.currentTarget.reset()
  }
  return (
    <form onSubmit={add} className="grid items-start gap-5 sm:grid-cols-[1fr_1fr_auto]">
      <TextField label={words.label} name="label" required maxLength={100} />
      <TextField
        key={lastFamily}
        label={words.family}
        name="family"
        defaultValue={lastFamily}
        list={families}
        maxLength={100}
        hint={words.familyHint}
      />
      <datalist id={families}>
        {codebook.families.map(({ key, label }) => (
          <option key={key} value={label} />
        ))}
      </datalist>
      <Button type="submit" className="sm:mt-[1.85rem]">
        {words.addCode}
      </Button>
    </form>
  )
}
