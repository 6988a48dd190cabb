'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'

const box =
  'w-full rounded-md border border-edge bg-surface px-3 py-1.5 text-ink placeholder:text-muted aria-invalid:border-danger'

interface FieldTexts {
  label: string
  hint?: string | undefined
  /** What is wrong with the value, after the form was sent. */
  error?: string | undefined
}

interface InputLinks {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

function Field({ label, hint, error, children }: FieldTexts & { children: (links: InputLinks) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const links = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children(links)}
      {hint && (
        <p id={`${id}-hint`} className="text-base text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-base text-danger" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** One line of text with its label, a hint, and what is wrong with it. */
export function TextField({ label, hint, error, className = '', ...rest }: FieldTexts & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(links) => <input className={`${box} min-h-11 sm:min-h-10 ${className}`} {...links} {...rest} />}
    </Field>
  )
}

/** Several lines of text. */
export function TextArea({ label, hint, error, className = '', ...rest }: FieldTexts & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(links) => <textarea className={`${box} ${className}`} rows={4} {...links} {...rest} />}
    </Field>
  )
}

/** One of a few. */
export function SelectField({ label, hint, error, className = '', ...rest }: FieldTexts & ComponentProps<'select'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(links) => <select className={`${box} min-h-11 sm:min-h-10 ${className}`} {...links} {...rest} />}
    </Field>
  )
}
