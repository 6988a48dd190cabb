import type { ReportedAttribute } from './agreement-report'
import type { ComparedValues, DocumentValues } from './compared-values'
import type { DocumentStatistics, ValueTable } from './document-statistics'
import type { ReportGrounds } from './grounds'
import type { ComparisonRule } from './span-counts'

/** The values of an attribute on annotations that are partners of one another. */
export interface ComparedAttribute extends ComparedValues {
  /** Partners of which only one has a value. */
  oneSided: number
}

/**
 * Pools an attribute over the codes that take it. A unit is a pair of annotations that two coders put on the same text
 * with the same code, and has two values: with three coders an annotation can be in two units. Pairs in which one has
 * no value are no units.
 */
export function comparedAttribute(
  { documents }: ReportGrounds,
  attribute: ReportedAttribute,
  rule: ComparisonRule,
): ComparedAttribute {
  const tables = new Map(documents.map((document) => [document, tablesIn(document, attribute, rule)]))
  const categories = categoriesOf([...tables.values()].flat(), attribute)
  const placeOf = new Map(categories.map((category, place) => [category, place]))
  const values = new Map<DocumentStatistics, DocumentValues>()
  let oneSided = 0
  for (const [document, ofDocument] of tables) {
    const cells: number[] = []
    for (const table of ofDocument) {
      const places = table.values.map((value) => placeOf.get(comparedText(value, attribute)) ?? 0)
      oneSided += addComplete(cells, table.cells, places)
    }
    const units = cells.reduce((sum, number, i) => (i % 4 === 3 ? sum + number : sum), 0)
    if (units > 0) values.set(document, { coders: document.coders, units, valuesPerUnit: 2, cells })
  }
  return { unit: 'matched_annotation', categories, documents: values, oneSided }
}

function tablesIn(
  { codes }: DocumentStatistics,
  { attribute, codes: taking }: ReportedAttribute,
  rule: ComparisonRule,
): ValueTable[] {
  return taking.flatMap((code) => codes[code]?.attributes[attribute]?.[rule] ?? [])
}

/** The declared values in their order, then others that occur in pairs, by their text. */
function categoriesOf(tables: readonly ValueTable[], attribute: ReportedAttribute): string[] {
  const occurring = new Set<string>()
  for (const { values, cells } of tables) {
    for (let from = 0; from < cells.length; from += 4) {
      const [one, other] = [values[cells[from + 1] ?? -1], values[cells[from + 2] ?? -1]]
      if (one === undefined || other === undefined) continue
      occurring.add(comparedText(one, attribute)).add(comparedText(other, attribute))
    }
  }
  return [...new Set([...(attribute.order ?? []), ...[...occurring].sort()])]
}

/** The same number is the same value however it is written. */
function comparedText(value: string, { level }: ReportedAttribute): string {
  if (level !== 'interval' && level !== 'ratio') return value
  return value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value
}

/**
 * Adds the cells in which both have a value.
 * @returns in how many units only one has
 */
function addComplete(complete: number[], cells: readonly number[], places: readonly number[]): number {
  let oneSided = 0
  for (let from = 0; from < cells.length; from += 4) {
    const [one, other] = [places[cells[from + 1] ?? -1], places[cells[from + 2] ?? -1]]
    const times = cells[from + 3] ?? 0
    if (one !== undefined && other !== undefined) complete.push(cells[from] ?? 0, one, other, times)
    else if (one !== other) oneSided += times
  }
  return oneSided
}
