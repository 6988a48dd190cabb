import type { Resampling } from '@/lib/agreement/bootstrap'
import type { Level } from '@/lib/formats/agreement-coding-figures'
import type { SpanUnit } from '@/lib/formats/agreement-span-units'
import { statistics } from '../words/calculator/statistics'
import type { Found } from './look'
import type { Choices } from './messages'

/** The choices as they apply to the table. */
export interface Settings {
  /** null for spans. */
  level: Level | null
  /** null for units. */
  unit: SpanUnit | null
  /** null where nothing is drawn. */
  resampling: Resampling | null
  /** Names divided by commas; null for those that are computed unasked. */
  statistics: string | null
}

/** B of an interval, unless somebody chose another. */
const usualReplicates = 2000

/** What the tables found allow of the choices: nothing is drawn without documents, nor a text cut that is not there. */
export function settingsOf(
  { units, spans, lengths }: Found,
  { level, unit, replicates, seed, gamma }: Choices,
): Settings {
  const documents = units ? units.documents : (spans?.documents ?? null)
  const wanted = replicates ?? (documents !== null && documents >= 2 ? usualReplicates : 0)
  const resampling = documents === null || wanted === 0 ? null : { replicates: wanted, seed }
  const needsText = unit !== 'character' && unit !== 'document'
  const possible = needsText && lengths?.texts === 0 ? 'character' : unit
  if (units) return { level, unit: null, resampling, statistics: null }
  return {
    level: null,
    unit: possible,
    resampling,
    statistics: gamma && spans?.documents === 1 ? withGamma(lengths) : null,
  }
}

const names = Object.keys(statistics)

/** What is computed of spans unasked, and gamma. */
function withGamma(lengths: Found['lengths']): string {
  const hasTexts = lengths !== undefined && lengths.texts === lengths.documents
  return names.filter((name) => name !== 'gwet_ac2' && (hasTexts || !name.startsWith('token_'))).join(',')
}
