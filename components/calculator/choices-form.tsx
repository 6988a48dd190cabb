'use client'

import type { FormEvent } from 'react'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { SelectField, TextField } from '../ui/field'
import { choices as words } from '../words/calculator/choices'
import type { Found } from './look'
import type { Choices } from './messages'
import { settingsOf } from './settings'

// The names stand with their words: the lists of lib would bring the whole computation into the page.
const levels = Object.keys(words.levels) as Choices['level'][]
const spanUnits = Object.keys(words.spanUnits) as Choices['unit'][]
const replicatesOffered = [0, 1000, 2000, 10_000]

/** A seed as the draws take it, or null. */
function seedIn(text: string): number | null {
  const seed = Number(text)
  return /^-?\d+$/.test(text.trim()) && seed >= -(2 ** 31) && seed < 2 ** 31 ? seed : null
}

interface ChoicesFormProps {
  found: Found
  choices: Choices
  onCompute: (choices: Choices) => void
}

/** Level or unit, draws and seed. A choice is computed at once; the seed when its field is left or sent. */
export function ChoicesForm({ found, choices, onCompute }: ChoicesFormProps) {
  const settings = settingsOf(found, choices)
  const canDraw = found.units?.documents !== null
  function sent(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const seed = seedIn(String(new FormData(event.currentTarget).get('seed') ?? choices.seed))
    if (seed !== null) onCompute({ ...choices, seed })
  }
  return (
    <form
      onSubmit={sent}
      aria-label={words.choices}
      className="grid grid-cols-2 items-start gap-x-5 gap-y-4 sm:grid-cols-[minmax(12rem,1fr)_minmax(12rem,1fr)_8rem_auto]"
    >
      <div className="col-span-2 sm:col-span-1">
        {settings.level ? (
          <LevelField level={settings.level} onLevel={(level) => onCompute({ ...choices, level })} />
        ) : (
          <UnitField found={found} unit={settings.unit} onUnit={(unit) => onCompute({ ...choices, unit })} />
        )}
      </div>
      <SelectField
        label={words.replicates}
        hint={canDraw ? words.replicatesHint : words.replicatesNeed}
        value={settings.resampling?.replicates ?? 0}
        disabled={!canDraw}
        onChange={(event) => onCompute({ ...choices, replicates: Number(event.currentTarget.value) })}
      >
        {replicatesOffered.map((replicates) => (
          <option key={replicates} value={replicates}>
            {words.replicatesOf(replicates)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.seed}
        name="seed"
        inputMode="numeric"
        pattern="-?\d+"
        defaultValue={choices.seed}
        disabled={!settings.resampling}
        onBlur={(event) => {
          const seed = seedIn(event.currentTarget.value)
          if (seed !== null && seed !== choices.seed) onCompute({ ...choices, seed })
        }}
      />
      <Button type="submit" className="justify-self-start sm:mt-7">
        {words.compute}
      </Button>
      {found.spans?.documents === 1 && (
        <div className="col-span-full">
          <Checkbox
            label={words.gamma}
            hint={words.gammaHint}
            checked={choices.gamma}
            onChange={(event) => onCompute({ ...choices, gamma: event.currentTarget.checked })}
          />
        </div>
      )}
    </form>
  )
}

function LevelField({ level, onLevel }: { level: Choices['level']; onLevel: (level: Choices['level']) => void }) {
  return (
    <SelectField
      label={words.level}
      value={level}
      onChange={(event) => {
        const chosen = levels.find((one) => one === event.currentTarget.value)
        if (chosen) onLevel(chosen)
      }}
    >
      {levels.map((one) => (
        <option key={one} value={one}>
          {words.levels[one]}
        </option>
      ))}
    </SelectField>
  )
}

interface UnitFieldProps {
  found: Found
  unit: Choices['unit'] | null
  onUnit: (unit: Choices['unit']) => void
}

function UnitField({ found, unit, onUnit }: UnitFieldProps) {
  const withoutTexts = found.lengths?.texts === 0
  const offered = withoutTexts ? (['character', 'document'] as const) : spanUnits
  return (
    <SelectField
      label={words.unit}
      hint={withoutTexts ? words.unitNeedsText : undefined}
      value={unit ?? 'character'}
      onChange={(event) => {
        const chosen = spanUnits.find((one) => one === event.currentTarget.value)
        if (chosen) onUnit(chosen)
      }}
    >
      {offered.map((one) => (
        <option key={one} value={one}>
          {words.spanUnits[one]}
        </option>
      ))}
    </SelectField>
  )
}
