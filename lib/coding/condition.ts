import type { AttributeValue } from './annotation'

/** Conditions of the codebook: one comparison, e.g. "voice != 'author'". */
const shape = /^\s*([a-z][a-z0-9_]*)\s*(==|!=)\s*'([^']*)'\s*$/

/** Whether the text is a condition that `holds` can decide. */
export function isCondition(condition: string): boolean {
  return shape.test(condition)
}

/**
 * Whether a condition of the codebook holds for these values. An attribute without a value equals nothing: neither
 * "==" nor "!=" holds for it. Several values equal a value when one of them does.
 * @throws RangeError when it is no condition
 */
export function holds(condition: string, values: Readonly<Record<string, AttributeValue | undefined>>): boolean {
  const [, key, operator, operand] = shape.exec(condition) ?? []
  if (!key || operand === undefined) throw new RangeError(`“${condition}” is not a condition like voice != 'author'.`)
  const value = values[key]
  if (value === undefined) return false
  const equal = Array.isArray(value) ? value.includes(operand) : String(value) === operand
  return operator === '==' ? equal : !equal
}
