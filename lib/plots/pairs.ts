import { type Estimate, undefinedReasons } from '../agreement/estimate'
import { coefficientText } from '../formats/agreement-report/numbers'
import { type HeatCell, heatMap } from './heat-map'
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
    cells: pairs.map((_, place) => rows.map((row) => cellOf(row.pairs[place]?.estimate))),
  })
}

function cellOf(estimate: Estimate | undefined): HeatCell {
  if (estimate === undefined) return { text: '', strength: null }
  if (estimate.value === null) return { text: '—', strength: null, why: undefinedReasons[estimate.undefined] }
  return { text: coefficientText(estimate.value), strength: estimate.value }
}
