import { v5 as nameBasedId } from 'uuid'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { VariableEdit } from '../outbox/record'
import type { KnownRow, Rows } from '../outbox/rows'

type VariableRow = KnownRow & { kind: 'variable' }

function variableRows(rows: Rows): VariableRow[] {
  return [...rows.values()].filter((row) => row.kind === 'variable')
}

/** The answers about the document, by variable. */
export function documentAnswers(rows: Rows): Map<string, AttributeValue> {
  const live = variableRows(rows).filter(({ deleted }) => !deleted)
  return new Map(live.map(({ value }) => [value.variable, value.value]))
}

/**
 * Answers a question about the document, or takes the answer back (undefined); null when nothing changes. A variable
 * keeps its row; the first one is named after coding and variable, so that two tabs meet on one row.
 */
export function answerDocument(
  codingId: string,
  rows: Rows,
  variable: string,
  answer: AttributeValue | undefined,
): VariableEdit | null {
  const known = variableRows(rows).filter(({ value }) => value.variable === variable)
  const row = known.find(({ deleted }) => !deleted) ?? known[0]
  const before = row && !row.deleted ? row.value : null
  const after = answer === undefined ? null : { variable, value: answer }
  if (!before && !after) return null
  return { kind: 'variable', id: row?.id ?? nameBasedId(variable, codingId), before, after }
}
