import { type Estimate, undefinedReasons } from '../agreement/estimate'
import { coefficientText } from '../formats/agreement-report/numbers'
import { columnsBesideEachOther, type HeatCell, type HeatMap, heatMap } from './heat-map'
import type { Drawing } from './svg'

/** A variable and a figure of each pair of coders, the pairs in the same order for all. */
export interface PairsRow {
  label: string
  pairs: readonly { coders: readonly [string, string]; estimate: Estimate }[]
}

/** How far each two coders agree on each variable: a row per pair, a column per variable. */
export function pairsPlot(title: string, rows: readonly PairsRow[]): Drawing {
  const map = mapOf(rows)
  const description = `${map.rows.length} pairs of coders by ${rows.length} variables; the darker, the higher.`
  return heatMap(title, description, map)
}

/**
 * The variables in groups that each have a plot of their own, about equally many in each: as many as stand beside each
 * other, so that no plot is higher than a page of paper.
 */
export function variablesPerPlot(rows: readonly PairsRow[]): PairsRow[][] {
  const plots = Math.ceil(rows.length / columnsBesideEachOther(mapOf(rows)))
  const size = Math.ceil(rows.length / plots)
  return Array.from({ length: plots }, (_, plot) => rows.slice(plot * size, (plot + 1) * size))
}

function mapOf(rows: readonly PairsRow[]): HeatMap {
  const pairs = rows[0]?.pairs.map(({ coders }) => coders.join(' – ')) ?? []
  return {
    rows: pairs,
    columns: rows.map(({ label }) => label),
    cells: pairs.map((_, place) => rows.map((row) => cellOf(row.pairs[place]?.estimate))),
  }
}

function cellOf(estimate: Estimate | undefined): HeatCell {
  if (estimate === undefined) return { text: '', strength: null }
  if (estimate.value === null) return { text: '—', strength: null, why: undefinedReasons[estimate.undefined] }
  return { text: coefficientText(estimate.value), strength: estimate.value }
}
