import { type ContinuumEstimate, type ContinuumReason, continuumReasons } from '../../agreement/continuum-estimate'
import { type Interval, undefinedReasons } from '../../agreement/estimate'
import { parseFramingKey } from '../../coding/statistics/framing-key'
import type { Cell, Column } from '../csv-lines'

/** What the tables of the report share: how a figure and its reason stand in cells, and columns that several have. */

export const versionColumn: Column = { name: 'cb_version', description: 'Version of the codebook.' }

export const variableColumn: Column = { name: 'variable', description: 'Key of the code.' }

export const levelColumn: Column = {
  name: 'unit_level',
  description: 'character, token, sentence, paragraph or document.',
}

export function statusColumn(name: string, figure: string): Column {
  return { name, description: `ok, or why ${figure} is undefined.` }
}

/** ok, or the word for the reason why a figure is undefined. */
function statusOf(figure: ContinuumEstimate): ContinuumReason | 'ok' {
  return figure.value === null ? figure.undefined : 'ok'
}

/** A figure and its status. */
export function figureCells(figure: ContinuumEstimate): [Cell, Cell] {
  return [figure.value, statusOf(figure)]
}

/** Both ends of an interval. */
export function endCells({ low, high }: Interval): [Cell, Cell] {
  return [low, high]
}

/** Both ends of an interval and its status. */
export function intervalCells(interval: Interval): [Cell, Cell, Cell] {
  return [...endCells(interval), interval.low === null ? interval.undefined : 'ok']
}

/** The key of a variable: code:voice:target for a framing, whose own key has a sign between them that no file should hold. */
export function variableCell({ key }: { key: string }): string {
  const framing = parseFramingKey(key)
  return framing ? [framing.code, framing.voice, framing.target].join(':') : key
}

/** The sentence for a reason. */
export function reasonSentence(reason: ContinuumReason): string {
  return reason in undefinedReasons
    ? undefinedReasons[reason as keyof typeof undefinedReasons]
    : continuumReasons[reason as keyof typeof continuumReasons]
}
