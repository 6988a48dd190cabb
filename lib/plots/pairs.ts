import { type Estimate, undefinedReasons } from '../agreement/estimate'
import { coefficientText } from '../formats/agreement-report-numbers'
import { heatMap } from './heat-map'
import type { Drawing } from './svg'

/** A variable and a figure of each pair of coders, the pairs in the same order for all. */
export interface PairsRow {
  label: string
  pairs: readonly { coders: readonly [string, string]; estimate: Estimate }[]
}

/** How far each two coders agree on each variable: a row per pair, a column per variable. */
export function pairsPlot(title: string, rows: readonly PairsRow[]): Drawing {
  const pairs = rows[0]?.pairs.map(({ coders }) => coders.join(' – ')) ?? []
  const description = `${pairs.length} pairs of coders by ${rows.length} variables; the darker, the higher.`
  return heatMap(title, description, {
    rows: pairs,
    columns: rows.map(({ label }) => label),
    cells: pairs.map((pair, place) =>
      rows.map((row) => {
        const estimate = row.pairs[place]?.estimate
        return cellOf(estimate, `${pair}, ${row.label}`)
      }),
    ),
  })
}

function cellOf(estimate: Estimate | undefined, about: string) {
  if (estimate === undefined) return { text: '', strength: null, title: about }
  if (estimate.value === null) {
    return { text: '—', strength: null, title: `${about}: undefined. ${undefinedReasons[estimate.undefined]}` }
  }
  return {
    text: coefficientText(estimate.value),
    strength: estimate.value,
    title: `${about}: ${coefficientText(estimate.value)}`,
  }
}
