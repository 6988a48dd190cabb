import { useId } from 'react'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute } from '@/lib/coding/codebook'
import { deskTexts } from '../texts'
import { ChoiceField } from './ChoiceField'
import { TextField } from './TextField'

const { attribute: texts } = deskTexts

export interface AttributeFieldProps {
  attribute: Attribute
  value: AttributeValue | undefined
  required: boolean
  /** What this coder answered before, for free text. */
  suggestions: readonly string[]
  onChange(value: AttributeValue | undefined): void
}

function parseNumber(text: string): number | undefined {
  const number = Number(text.replace(',', '.'))
  return text === '' || !Number.isFinite(number) ? undefined : number
}

function parseSeveral(text: string): string[] | undefined {
  const values = new Set(text.split(';').flatMap((part) => part.trim() || []))
  return values.size > 0 ? [...values] : undefined
}

function textOf(value: AttributeValue | undefined): string {
  return Array.isArray(value) ? value.join('; ') : value === undefined ? '' : String(value)
}

function FreeField({ attribute, value, suggestions, onChange, id }: AttributeFieldProps & { id: string }) {
  const read =
    attribute.type === 'number' ? parseNumber : attribute.multiple ? parseSeveral : (text: string) => text || undefined
  return (
    <TextField
      id={id}
      value={textOf(value)}
      inputMode={attribute.type === 'number' ? 'decimal' : 'text'}
      suggestions={suggestions}
      onChange={(text) => onChange(read(text.trim()))}
    />
  )
}

/** One question of the codebook, with the control that fits its type. */
export function AttributeField(props: AttributeFieldProps) {
  const { attribute, required } = props
  const id = useId()
  const isChoice = attribute.type === 'enum' || attribute.type === 'boolean'
  const label = (
    <span className="font-semibold text-sm">
      {attribute.label}
      {required && <span className="font-normal text-muted"> · {texts.required}</span>}
    </span>
  )
  const hint = attribute.multiple && !isChoice ? texts.several : attribute.question
  return isChoice ? (
    <ChoiceField {...props} label={label} />
  ) : (
    <div className="grid gap-1">
      <label htmlFor={id}>{label}</label>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      <FreeField {...props} id={id} />
    </div>
  )
}
