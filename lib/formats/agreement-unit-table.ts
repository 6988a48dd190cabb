import type { Resampling } from '../agreement/bootstrap'
import { type CodingStatisticName, codingStatistics } from '../agreement/coding-statistics'
import type { CodingCell } from '../agreement/coding-table'
import { presence } from '../agreement/reliability-data'
import { levels } from '../agreement/statistic-parameters'
import { AppError } from '../errors'
import { codingFigures, type Level } from './agreement-coding-figures'
import { faultAt, isMissing, type NamedText, readTable, type TableRow } from './agreement-rows'
import { chosenStatistics } from './agreement-statistics'

/** What a person asks of a table of units, as they wrote it. */
export interface UnitTableRequest {
  level?: string | undefined
  /** Names divided by commas; by default all that fit the table. */
  statistics?: string | undefined
  resampling?: Resampling | null
}

/** A table of units as read: one row per unit. */
interface UnitTable {
  coders: string[]
  units: CodingCell[][]
  documents: string[]
}

const idColumns = ['unit_id', 'doc_id']

/**
 * Agreement figures of a CSV table with one row per unit and one column per coder; see docs/command-line.md.
 * @throws AppError invalid naming file, row and column
 */
export function unitTableAgreement(file: NamedText, request: UnitTableRequest = {}): Record<string, unknown> {
  const level = levelOf(request.level ?? 'nominal')
  const resampling = request.resampling ?? null
  const { coders, units, documents } = unitTable(file, level, resampling !== null)
  const kinds = kindsOf(units, level)
  const fallback = Object.keys(codingStatistics).filter((name) => fits(name as CodingStatisticName, kinds, level))
  const statistics = chosenStatistics(request.statistics, codingStatistics, fallback as CodingStatisticName[])
  const unfit = kinds.sets ? statistics.find((name) => name !== 'krippendorff_alpha') : undefined
  if (unfit)
    throw new AppError('invalid', `${file.name}: ${unfit} takes no sets of codes, only krippendorff_alpha does`)
  const table = coders.map((_, coder) => units.map((cells) => cells[coder] ?? null))
  return {
    ...(resampling && { bootstrap: resampling, n_documents: new Set(documents).size }),
    ...codingFigures({ table: { table }, documents }, { level, statistics, resampling }),
  }
}

function levelOf(given: string): Level {
  const level = levels.find((known) => known === given)
  if (level) return level
  throw new AppError('invalid', `--level must be one of ${levels.join(', ')}; it is ${given}`)
}

function kindsOf(units: readonly CodingCell[][], level: Level) {
  const cells = units.flat().filter((cell) => cell !== null)
  const sets = cells.some(Array.isArray)
  return {
    sets,
    presence:
      level === 'nominal' && cells.length > 0 && cells.every((cell) => presence.some((value) => value === cell)),
  }
}

/** Whether a statistic is printed unasked. */
function fits(name: CodingStatisticName, kinds: { sets: boolean; presence: boolean }, level: Level): boolean {
  if (kinds.sets) return name === 'krippendorff_alpha'
  if (name === 'gwet_ac2') return level !== 'nominal'
  return kinds.presence || !name.endsWith('_specific_agreement')
}

function unitTable(file: NamedText, level: Level, needsDocuments: boolean): UnitTable {
  const { columns, rows } = readTable(file)
  const coders = columns.filter((name) => !idColumns.includes(name))
  if (coders.length === 0) throw faultAt(file, 1, 'no column of a coder beside unit_id and doc_id')
  if (needsDocuments && !columns.includes('doc_id'))
    throw faultAt(file, 1, '--bootstrap draws documents and needs a column doc_id')
  refuseTwins(file, columns, rows)
  const places = coders.map((name) => columns.indexOf(name))
  const reader = cellReader(
    file,
    level,
    rows.flatMap(({ cells }) => places.map((place) => cells[place] ?? '')),
  )
  return {
    coders,
    units: rows.map(({ row, cells }) => places.map((place) => reader(cells[place] ?? '', row, columns[place] ?? ''))),
    documents: rows.map(({ row, cells }) => documentOf(file, columns, row, cells)),
  }
}

function documentOf(file: NamedText, columns: readonly string[], row: number, cells: readonly string[]): string {
  if (!columns.includes('doc_id')) return ''
  const document = cells[columns.indexOf('doc_id')] ?? ''
  if (isMissing(document)) throw faultAt(file, row, 'the document has no id', 'doc_id')
  return document
}

/** A unit stands in one row only; units of different documents may have the same id. */
function refuseTwins(file: NamedText, columns: readonly string[], rows: readonly TableRow[]): void {
  const place = columns.indexOf('unit_id')
  if (place < 0) return
  const seen = new Map<string, number>()
  for (const { row, cells } of rows) {
    const unit = cells[place] ?? ''
    if (isMissing(unit)) throw faultAt(file, row, 'the unit has no id', 'unit_id')
    const key = JSON.stringify([unit, cells[columns.indexOf('doc_id')]])
    const before = seen.get(key)
    if (before !== undefined) throw faultAt(file, row, `the unit ${unit} stands in row ${before} already`, 'unit_id')
    seen.set(key, row)
  }
}

type CellReader = (cell: string, row: number, column: string) => CodingCell

/** How this table's cells are read: as sets when one of them has a bar, as numbers when the level needs them. */
function cellReader(file: NamedText, level: Level, all: readonly string[]): CellReader {
  if (level !== 'nominal')
    return (cell, row, column) => (isMissing(cell) ? null : numberIn(file, level, cell, row, column))
  if (all.some((cell) => cell.includes('|'))) return (cell) => (isMissing(cell) ? null : setOf(cell))
  const isPresence = all.every((cell) => isMissing(cell) || cell === '0' || cell === '1')
  return (cell) => (isMissing(cell) ? null : isPresence ? Number(cell) : cell)
}

/** A bar alone is the empty set: looked, and found no code. */
function setOf(cell: string): string[] {
  const codes = cell.split('|').map((code) => code.trim())
  return codes.filter((code) => code !== '')
}

function numberIn(file: NamedText, level: Level, cell: string, row: number, column: string): number {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) && Number.isFinite(Number(cell))
  if (!isNumber) throw faultAt(file, row, `level ${level} needs a number, and this is “${cell}”`, column)
  const value = Number(cell)
  if (level === 'ratio' && value < 0)
    throw faultAt(file, row, `level ratio has no negative values, and this is ${cell}`, column)
  return value
}
