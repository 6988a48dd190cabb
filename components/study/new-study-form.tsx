'use client'

import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { TextField } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { study } from '../words/study'

const templates = ['starter', 'default', 'empty'] as const

function TemplateChoice({ template }: { template: (typeof templates)[number] }) {
  const { title, means } = study.templates[template]
  return (
    <label className="flex items-start gap-3 rounded-md border border-line bg-surface p-4 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name="template"
        value={template}
        defaultChecked={template === 'starter'}
        className="mt-1 size-4.5 shrink-0 accent-accent outline-none"
      />
      <span>
        <span className="font-semibold">{title}</span>
        <span className="block text-muted">{means}</span>
      </span>
    </label>
  )
}

/** Title, codebook to start with, and whether the lead codes too. */
export function NewStudyForm({ create }: { create: FormAction<never> }) {
  const { answer, pending, onSubmit } = useForm(create)
  return (
    <form onSubmit={onSubmit} className="grid max-w-xl gap-7">
      <FormError error={answer.error} fields={['title']} />
      <TextField
        label={study.title}
        name="title"
        required
        maxLength={200}
        autoFocus
        hint={study.titleHint}
        error={answer.error?.fields?.title}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{study.codebook}</legend>
        {templates.map((template) => (
          <TemplateChoice key={template} template={template} />
        ))}
      </fieldset>
      <Checkbox name="alsoCode" label={study.alsoCode} hint={study.alsoCodeNote} />
      <Button type="submit" kind="primary" className="justify-self-start" disabled={pending}>
        {pending ? study.creating : study.create}
      </Button>
    </form>
  )
}
