'use client'

import { type FormEvent, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { IssueInput } from '@/lib/coding/review/codebook-issue'
import { type Cause, causeSchema } from '@/lib/coding/review/decision'
import type { ErrorBody } from '@/lib/errors'
import { RequestError, requestJson } from '@/lib/http/client'
import { Button } from '../ui/button'
import { SelectField, TextArea } from '../ui/field'
import { FormError } from '../ui/form-error'
import { issues as words } from '../words/issues'
import { causes } from '../words/review'

interface FlagIssueFormProps {
  studyId: string
  /** Codes to choose from, the likeliest first. */
  codes: readonly { key: string; label: string }[]
  cause?: Cause | null
  /** The passages that show it. */
  clusterIds: readonly string[]
  onFlagged?: () => void
}

/** Flags under one id however often it is sent: an answer may be lost. */
function useFlag({ studyId, clusterIds, onFlagged }: FlagIssueFormProps) {
  const [state, setState] = useState<'writing' | 'sending' | 'flagged'>('writing')
  const [error, setError] = useState<ErrorBody | undefined>()
  const sent = useRef<IssueInput | null>(null)
  async function flag(said: Pick<IssueInput, 'code' | 'cause' | 'text'>) {
    const before = sent.current
    const isSame = before?.text === said.text && before.code === said.code && before.cause === said.cause
    if (!before || !isSame) sent.current = { ...said, id: newId(), clusterIds: [...clusterIds] }
    setState('sending')
    try {
      await requestJson(`/api/studies/${studyId}/issues`, { method: 'POST', body: sent.current })
      setError(undefined)
      setState('flagged')
      onFlagged?.()
    } catch (problem) {
      if (!(problem instanceof RequestError)) throw problem
      setError(problem.body)
      setState('writing')
    }
  }
  return { state, error, flag }
}

/** Where a reviewer says what a rule of the codebook leaves open. */
export function FlagIssueForm(props: FlagIssueFormProps) {
  const { codes, cause = null } = props
  const { state, error, flag } = useFlag(props)
  if (state === 'flagged') return <p role="status">{words.flaggedNow}</p>
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = causeSchema.nullable().catch(null).parse(form.get('cause'))
    void flag({ code: String(form.get('code')), cause: chosen, text: String(form.get('text')).trim() })
  }
  return (
    <form onSubmit={onSubmit} className="grid max-w-2xl gap-3">
      <FormError error={error} fields={['text']} />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label={words.about} name="code" required>
          {codes.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label={words.cause} name="cause" defaultValue={cause ?? ''}>
          <option value="">{words.noCause}</option>
          {causeSchema.options.map((one) => (
            <option key={one} value={one}>
              {causes[one].name}
            </option>
          ))}
        </SelectField>
      </div>
      <TextArea
        label={words.ask}
        name="text"
        rows={3}
        maxLength={4000}
        hint={words.askHint}
        error={error?.fields?.text}
        required
        dir="auto"
        onKeyDown={(event) => event.stopPropagation()}
      />
      <Button type="submit" className="justify-self-start" disabled={state === 'sending'}>
        {state === 'sending' ? words.flagging : words.flag}
      </Button>
    </form>
  )
}
