import type { ReportedAttribute } from './agreement-report'
import { type ComparedValues, comparedBy } from './compared-values'
import type { DocumentStatistics, ValueTable } from './document-statistics'
import type { ReportGrounds } from './grounds'
import type { ComparisonRule } from './span-counts'

/**
 * The values of an attribute on annotations that are partners of one another, over the codes that take it. A unit is a
 * pair of annotations that two coders put on the same text with the same code, and has two values: with three coders an
 * annotation can be in two units. Pairs in which one has no value are no units.
 */
export function comparedAttribute(
  { sums }: ReportGrounds,
  attribute: ReportedAttribute,
  rule: ComparisonRule,
): ComparedValues {
  const source = ['attribute', attribute.attribute, attribute.codes, attribute.level, rule]
  const occurring = sums.counted<string>(source, (document, count) => {
    for (const table of tablesIn(document, attribute, rule)) {
      for (const place of placesInPairs(table)) count(comparedText(table.values[place] ?? '', attribute), 1)
    }
  })
  const categories = [...new Set([...(attribute.order ?? []), ...[...occurring.keys()].sort()])]
  const placeOf = new Map(categories.map((category, place) => [category, place]))
  return comparedBy({ source, unit: 'matched_annotation', categories }, (document) => {
    const cells = tablesIn(document, attribute, rule).flatMap((table) => {
      const places = table.values.map((value) => placeOf.get(comparedText(value, attribute)) ?? 0)
      return completeCells(table.cells, places)
    })
    const units = cells.reduce((sum, number, i) => (i % 4 === 3 ? sum + number : sum), 0)
    return units === 0 ? null : { coders: document.coders, units, valuesPerUnit: 2, cells }
  })
}

/** Partners of which only one has a value. */
export function oneSidedPairs({ sums }: ReportGrounds, attribute: ReportedAttribute): number {
  const counts = sums.counted<number>(['one-sided', attribute.attribute, attribute.codes], (document, count) => {
    for (const { cells } of tablesIn(document, attribute, 'overlap')) {
      for (let from = 0; from < cells.length; from += 4) {
        const [one = -1, other = -1, times = 0] = cells.slice(from + 1, from + 4)
        if (one < 0 !== other < 0) count(0, times)
      }
    }
  })
  return counts.get(0) ?? 0
}

function tablesIn(
  { codes }: DocumentStatistics,
  { attribute, codes: taking }: ReportedAttribute,
  rule: ComparisonRule,
): ValueTable[] {
  return taking.flatMap((code) => codes[code]?.attributes[attribute]?.[rule] ?? [])
}

/** Places of the values that occur in pairs of two values. */
function placesInPairs({ cells }: ValueTable): Set<number> {
  const places = new Set<number>()
  for (let from = 0; from < cells.length; from += 4) {
    const [one, other] = [cells[from + 1] ?? -1, cells[from + 2] ?? -1]
    if (one >= 0 && other >= 0) places.add(one).add(other)
  }
  return places
}

/** The same number is the same value however it is written. */
function comparedText(value: string, { level }: ReportedAttribute): string {
  if (level !== 'interval' && level !== 'ratio') return value
  return value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value
}

/** The cells in which both have a value, with the places of categories. */
function completeCells(cells: readonly number[], places: readonly number[]): number[] {
  const complete: number[] = []
  for (let from = 0; from < cells.length; from += 4) {
    const [one, other] = [places[cells[from + 1] ?? -1], places[cells[from + 2] ?? -1]]
    if (one !== undefined && other !== undefined) complete.push(cells[from] ?? 0, one, other, cells[from + 3] ?? 0)
  }
  return complete
}
