import type { ConfusionTable } from '../agreement/report/agreement-report'
import { mostUsed } from '../agreement/report/confusion-table'
import { countText } from '../formats/agreement-report/numbers'
import { heatMap } from './heat-map'
import type { Drawing } from './svg'

/** More values than one can look over are left to the table. */
export const mostValues = 12

/** How pairs of coders crossed their values; the tint is the share within the row, a pair that agrees counted both ways. */
export function confusionPlot(title: string, table: ConfusionTable, nameOf: (value: string) => string): Drawing {
  const places = mostUsed(table, mostValues)
  const names = places.map((place) => nameOf(table.values[place] ?? ''))
  const count = (r: number, c: number) => table.counts[r]?.[c] ?? 0
  const weight = (r: number, c: number) => (r === c ? 2 : 1) * count(r, c)
  const description = 'Rows: what one coder gave; columns: what the other gave. On the diagonal both gave the same.'
  return heatMap(title, description, {
    rows: names,
    columns: names,
    cells: places.map((r) => {
      const total = table.values.reduce((sum, _, c) => sum + weight(r, c), 0)
      return places.map((c) => ({
        text: countText(count(r, c)),
        strength: total === 0 ? 0 : weight(r, c) / total,
      }))
    }),
  })
}
