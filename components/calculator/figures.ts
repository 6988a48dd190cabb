import type { NamedText } from '@/lib/formats/agreement-rows'
import { spanTableAgreement } from '@/lib/formats/agreement-span-table'
import { unitTableAgreement } from '@/lib/formats/agreement-unit-table'
import { commandText } from './command-text'
import { figuresCsv } from './figures-csv'
import type { Found, LookedAt } from './look'
import type { Choices } from './messages'
import { type Settings, settingsOf } from './settings'

/** What was computed, as the command line prints it and as a table. */
export interface Figures {
  output: Record<string, unknown>
  csv: string
  settings: Settings
  /** The command that prints the same. */
  command: string
  milliseconds: number
}

/**
 * The figures of the tables, or null while spans want their lengths or lengths their spans.
 * @throws AppError invalid naming file, row and column
 */
export function figuresOf(tables: readonly LookedAt<NamedText>[], found: Found, choices: Choices): Figures | null {
  const started = performance.now()
  const settings = settingsOf(found, choices)
  const [units, spans, lengths] = (['units', 'spans', 'lengths'] as const).map(
    (wanted) => tables.find(({ kind }) => kind === wanted)?.table,
  )
  const { resampling } = settings
  const ofSpans = { unit: settings.unit ?? undefined, statistics: settings.statistics ?? undefined, resampling }
  const output = units
    ? unitTableAgreement(units, { level: settings.level ?? undefined, resampling })
    : spans && lengths && spanTableAgreement(spans, lengths, ofSpans)
  if (!output) return null
  const command = commandText(settings, units?.name ?? spans?.name ?? '', lengths?.name)
  return { output, csv: figuresCsv(output), settings, command, milliseconds: performance.now() - started }
}
