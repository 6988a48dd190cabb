import type { AttributeValue } from '@/lib/coding/annotation'
import type { ControlProps } from './question'
import { readNumber } from './read-number'
import { TextField } from './TextField'

function parseSeveral(text: string): string[] | undefined {
  const values = new Set(text.split(';').flatMap((part) => part.trim() || []))
  return values.size > 0 ? [...values] : undefined
}

function textOf(value: AttributeValue | undefined): string {
  return Array.isArray(value) ? value.join('; ') : value === undefined ? '' : String(value)
}

/** A question that is answered with a number or in free words. */
export function WrittenField({ attribute, value, suggestions, onChange, id }: ControlProps) {
  const isNumber = attribute.type === 'number'
  const parse = isNumber ? readNumber : attribute.multiple ? parseSeveral : (text: string) => text || undefined
  const read = (text: string) => parse(text.trim())
  return (
    <TextField
      id={id}
      value={textOf(value)}
      inputMode={isNumber ? 'decimal' : 'text'}
      suggestions={suggestions}
      keptAs={(text) => textOf(read(text))}
      onChange={(text) => onChange(read(text))}
    />
  )
}
