'use client'

import { useOptimistic } from 'react'
import { type RoundSwitches, roundSwitchesSchema } from '@/lib/coding/round-switches'
import { Checkbox } from '../ui/checkbox'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { settings as words } from '../words/settings'

interface RoundSwitchBoxesProps {
  studyId: string
  round: {
    id: string
    number: number
    title: string
    purpose: keyof typeof words.purpose
    switches: RoundSwitches
  }
  save: FormAction<void>
}

const names = roundSwitchesSchema.keyof().options

/** What the desk may suggest in one round; a tick counts at once. */
export function RoundSwitchBoxes({ studyId, round, save }: RoundSwitchBoxesProps) {
  const [switches, showSwitches] = useOptimistic(round.switches)
  const { answer, pending, submit } = useForm<void>(async (previous, form) => {
    showSwitches({ prefill: form.has('prefill'), markAll: form.has('markAll') })
    return save(previous, form)
  })
  function toggle(changed: keyof RoundSwitches, on: boolean) {
    const form = new FormData()
    form.set('studyId', studyId)
    form.set('roundId', round.id)
    for (const name of names) if (name === changed ? on : switches[name]) form.set(name, 'on')
    submit(form)
  }
  return (
    <fieldset>
      <legend className="font-semibold">{words.round(round.number, round.title, words.purpose[round.purpose])}</legend>
      <FormError error={answer.error} />
      {names.map((name) => (
        <Checkbox
          key={name}
          label={words.switches[name].name}
          hint={words.switches[name].why}
          checked={switches[name]}
          disabled={pending}
          onChange={(event) => toggle(name, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}
