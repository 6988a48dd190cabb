import type { AnnotationValue, AttributeValue } from '@/lib/coding/annotation'
import { type Attribute, attributesOf, type Codebook } from '@/lib/coding/codebook'

type Attributes = AnnotationValue['attributes']

function holdsOne(condition: string, attributes: Attributes): boolean {
  const match = /^\s*([a-z][a-z0-9_]*)\s*(==?|!=|in|not in)\s*(.+?)\s*$/.exec(condition)
  if (!match) return false
  const [, key = '', operator = '', right = ''] = match
  const value = attributes[key]
  if (value === undefined) return false
  const named = Array.from(right.matchAll(/'([^']*)'|"([^"]*)"|([\w.]+)/g), ([, a, b, c]) => a ?? b ?? c)
  const has = (Array.isArray(value) ? value : [value]).some((one) => named.includes(String(one)))
  return operator === '!=' || operator === 'not in' ? !has : has
}

/**
 * Whether a condition of the codebook holds, e.g. "voice != 'author'" or "voice in ('a', 'b')", joined by and / or.
 * An attribute without a value fulfils nothing, and a condition that cannot be read asks for nothing.
 */
export function holds(condition: string, attributes: Attributes): boolean {
  return condition
    .split(/\s+or\s+|\s*\|\|\s*/)
    .some((any) => any.split(/\s+and\s+|\s*&&\s*/).every((one) => holdsOne(one, attributes)))
}

/** Whether an answer says nothing. */
export function isEmpty(value: AttributeValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether the coder must answer this question, given the other answers. */
export function isRequired(attribute: Attribute, attributes: Attributes): boolean {
  return attribute.required || (attribute.requiredIf !== undefined && holds(attribute.requiredIf, attributes))
}

/** Labels of the required questions that have no answer yet. */
export function missingAnswers(codebook: Codebook, value: AnnotationValue): string[] {
  const code = codebook.codes.find(({ key }) => key === value.code)
  if (!code) return []
  return attributesOf(codebook, code)
    .filter(({ key, attribute }) => isRequired(attribute, value.attributes) && isEmpty(value.attributes[key]))
    .map(({ attribute }) => attribute.label)
}
