import type { AttributeValue } from '../coding/annotation'
import { type Cell, freeText } from './csv-lines'

/** An answer about a document, in a table: several values joined by |, yes and no as 1 and 0. */
export function answerCell(value: AttributeValue): Cell {
  if (Array.isArray(value)) return freeText(value.join('|'))
  return typeof value === 'string' ? freeText(value) : value
}

/** Several answers that all count, joined by |. */
export function answersCell(values: readonly AttributeValue[]): Cell {
  const texts = values.flat().map((value) => (typeof value === 'boolean' ? Number(value) : value))
  return freeText(texts.join('|'))
}
