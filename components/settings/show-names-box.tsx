'use client'

import { useOptimistic } from 'react'
import { Checkbox } from '../ui/checkbox'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { settings as words } from '../words/settings'

interface ShowNamesBoxProps {
  studyId: string
  round: { id: string; showNames: boolean }
  save: FormAction<void>
}

/** Whether reviewers of a round see who coded what; a tick counts at once. */
export function ShowNamesBox({ studyId, round, save }: ShowNamesBoxProps) {
  const [isOn, show] = useOptimistic(round.showNames)
  const { answer, pending, submit } = useForm<void>(async (previous, form) => {
    show(form.get('showNames') === 'true')
    return save(previous, form)
  })
  function toggle(on: boolean) {
    const form = new FormData()
    form.set('studyId', studyId)
    form.set('roundId', round.id)
    form.set('showNames', String(on))
    submit(form)
  }
  return (
    <div className="max-w-2xl">
      <FormError error={answer.error} />
      <Checkbox
        label={words.showNames.name}
        hint={words.showNames.why}
        checked={isOn}
        disabled={pending}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
    </div>
  )
}
