'use client'

import { useState } from 'react'
import type { FormAction } from '../ui/form'
import { entities as words } from '../words/entities'
import { KindField, NameField, SmallForm } from './name-forms'

/** Adds a name that nobody need have written. Each added name leaves an empty form for the next. */
export function NewNameForm({ studyId, approve }: { studyId: string; approve: FormAction<void> }) {
  const [added, setAdded] = useState(0)
  const send: FormAction<void> = async (previous, form) => {
    const answer = await approve(previous, form)
    if (!answer.error) setAdded((count) => count + 1)
    return answer
  }
  return (
    <div className="max-w-2xl" key={added}>
      <SmallForm send={send} hidden={{ studyId }} button={words.addIt}>
        <NameField name="name" label={words.name} />
        <KindField />
      </SmallForm>
    </div>
  )
}
