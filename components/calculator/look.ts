import { AppError } from '@/lib/errors'
import { isMissing, type NamedText, type Rows, readTable } from '@/lib/formats/agreement-rows'
import { progress as words } from '../words/calculator/progress'

export type TableKind = 'units' | 'spans' | 'lengths'

/** A table of units, before any figure. */
export interface UnitsFound {
  file: string
  units: number
  /** Units with values of two coders or more. */
  pairable: number
  coders: string[]
  /** null without a column doc_id. */
  documents: number | null
  cells: number
  missing: number
  /** The different values, the most frequent first. */
  values: string[]
}

export interface SpansFound {
  file: string
  spans: number
  documents: number
  coders: string[]
  codes: string[]
  /** Rows that say a coder looked at a document and marked nothing. */
  nothingMarked: number
}

export interface LengthsFound {
  file: string
  documents: number
  /** How many of them come with their text. */
  texts: number
  /** Whether it says who looked at each document. */
  namesCoders: boolean
}

/** What the chosen tables are: units alone; or spans, their lengths, or both. */
export interface Found {
  units?: UnitsFound
  spans?: SpansFound
  lengths?: LengthsFound
}

/** A table is known by its header. */
export function kindOf(columns: readonly string[]): TableKind {
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (has('doc_id', 'coder', 'code')) return 'spans'
  return !has('unit_id') && (has('doc_id', 'length') || has('doc_id', 'text')) ? 'lengths' : 'units'
}

/** A chosen table with what is in it. */
export type LookedAt<Source extends NamedText> = { table: Source } & (
  | { kind: 'units'; found: UnitsFound }
  | { kind: 'spans'; found: SpansFound }
  | { kind: 'lengths'; found: LengthsFound }
)

/**
 * What kind of table a text is, and what it holds.
 * @throws AppError invalid naming file and row when it is no table
 */
export function lookAt<Source extends NamedText>(table: Source): LookedAt<Source> {
  const rows = readTable(table)
  const kind = kindOf(rows.columns)
  if (kind === 'units') return { table, kind, found: unitsIn(table.name, rows) }
  if (kind === 'spans') return { table, kind, found: spansIn(table.name, rows) }
  return { table, kind, found: lengthsIn(table.name, rows) }
}

/**
 * The tables to compute: those just chosen, and of those chosen before the one that completes them.
 * @throws AppError invalid when two of one kind, or units and spans, were chosen at once
 */
export function together<Source extends NamedText>(
  chosen: readonly LookedAt<Source>[],
  before: readonly LookedAt<Source>[],
): LookedAt<Source>[] {
  chosen.forEach((one, i) => {
    const rival = chosen
      .slice(0, i)
      .find((other) => other.kind === one.kind || [one.kind, other.kind].includes('units'))
    if (rival) throw new AppError('invalid', words.oneAtATime(rival.table.name, one.table.name))
  })
  if (chosen.some(({ kind }) => kind === 'units')) return [...chosen]
  const isMissingKind = ({ kind }: LookedAt<Source>) => kind !== 'units' && chosen.every((one) => one.kind !== kind)
  return [...chosen, ...before.filter(isMissingKind)]
}

const idColumns = ['unit_id', 'doc_id']

function unitsIn(file: string, { columns, rows }: Rows): UnitsFound {
  const coders = columns.filter((name) => !idColumns.includes(name))
  const places = coders.map((name) => columns.indexOf(name))
  const counts = new Map<string, number>()
  let [pairable, missing] = [0, 0]
  for (const { cells } of rows) {
    let values = 0
    for (const place of places) {
      const cell = cells[place] ?? ''
      if (isMissing(cell)) continue
      values += 1
      counts.set(cell, (counts.get(cell) ?? 0) + 1)
    }
    missing += places.length - values
    if (values >= 2) pairable += 1
  }
  const values = [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value)
  const documents = columns.includes('doc_id') ? different(columns, rows, 'doc_id').length : null
  return { file, units: rows.length, pairable, coders, documents, cells: rows.length * places.length, missing, values }
}

function spansIn(file: string, { columns, rows }: Rows): SpansFound {
  const code = columns.indexOf('code')
  const nothingMarked = rows.filter(({ cells }) => isMissing(cells[code] ?? '')).length
  return {
    ...{ file, nothingMarked, spans: rows.length - nothingMarked },
    documents: different(columns, rows, 'doc_id').length,
    coders: different(columns, rows, 'coder').sort(),
    codes: different(columns, rows, 'code').sort(),
  }
}

function lengthsIn(file: string, { columns, rows }: Rows): LengthsFound {
  const text = columns.indexOf('text')
  return {
    file,
    documents: rows.length,
    texts: rows.filter(({ cells }) => (cells[text] ?? '') !== '').length,
    namesCoders: columns.includes('coders'),
  }
}

function different(columns: readonly string[], rows: Rows['rows'], column: string): string[] {
  const place = columns.indexOf(column)
  return [...new Set(rows.map(({ cells }) => cells[place] ?? ''))].filter((cell) => !isMissing(cell))
}
