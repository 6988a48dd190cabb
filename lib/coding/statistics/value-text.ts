import type { AttributeValue } from '../annotation'

/**
 * A value as text, so that coders can be compared: yes or no; several values sorted, each once, joined by |. Null where
 * nothing was filled in: no value, an empty text, an empty list.
 */
export function valueText(value: AttributeValue | undefined): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value === '' ? null : value
  const text = valuesOf(value).join('|')
  return text === '' ? null : text
}

/** The single values of an attribute as text: sorted, each once, empty ones left out. */
export function valuesOf(value: AttributeValue | undefined): string[] {
  if (value === undefined || typeof value === 'boolean') return []
  const values = Array.isArray(value) ? value : [String(value)]
  return [...new Set(values)].filter((text) => text !== '').sort()
}

/** The value under this key, if the record has one of its own. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
