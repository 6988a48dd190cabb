'use client'

import { useState } from 'react'
import { type Blinding, blindingSchema } from '@/lib/coding/blinding'
import { type UnitLevel, unitLevels } from '@/lib/coding/unit-levels'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { SelectField, TextArea, TextField } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { settings as words } from '../words/settings'

interface StudySettingsFormProps {
  studyId: string
  settings: { title: string; description: string; defaultUnit: UnitLevel; blinding: Blinding }
  save: FormAction<void>
}

function HiddenFacts({ blinding }: { blinding: Blinding }) {
  return (
    <fieldset>
      <legend className="font-semibold">{words.blinding}</legend>
      <p className="mb-1 text-muted">{words.blindingNote}</p>
      {blindingSchema.keyof().options.map((fact) => (
        <Checkbox key={fact} name={fact} defaultChecked={blinding[fact]} label={words.hide[fact]} />
      ))}
    </fieldset>
  )
}

/** Title, description, the unit read first, and what coders may not see. */
export function StudySettingsForm({ studyId, settings, save }: StudySettingsFormProps) {
  const [isSaved, setSaved] = useState(false)
  const { answer, pending, onSubmit } = useForm<void>(async (previous, form) => {
    const next = await save(previous, form)
    setSaved(!next.error)
    return next
  })
  const errors = answer.error?.fields
  return (
    <form onSubmit={onSubmit} onChange={() => setSaved(false)} className="grid max-w-2xl gap-6">
      <FormError error={answer.error} fields={['title', 'description']} />
      <input type="hidden" name="studyId" value={studyId} />
      <TextField
        label={words.studyTitle}
        name="title"
        required
        maxLength={200}
        defaultValue={settings.title}
        error={errors?.title}
      />
      <TextArea
        label={words.description}
        name="description"
        maxLength={5000}
        defaultValue={settings.description}
        hint={words.descriptionHint}
        error={errors?.description}
      />
      <SelectField
        label={words.defaultUnit}
        name="defaultUnit"
        defaultValue={settings.defaultUnit}
        hint={words.defaultUnitHint}
      >
        {unitLevels.map((unit) => (
          <option key={unit} value={unit}>
            {words.units[unit]}
          </option>
        ))}
      </SelectField>
      <HiddenFacts blinding={settings.blinding} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        <p role="status" className="text-muted">
          {isSaved && !pending ? words.saved : ''}
        </p>
      </div>
    </form>
  )
}
