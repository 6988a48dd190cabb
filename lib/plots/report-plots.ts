import type {
  CodeUnitizing,
  ConfusionTable,
  DriftSeries,
  LadderRow,
  VariableAgreement,
} from '../agreement/report/agreement-report'
import { boundaryPlot } from './boundaries'
import { confusionPlot } from './confusion'
import { driftPlot } from './drift'
import { forestPlot } from './forest'
import { ladderPlot } from './ladder'
import { first, withLeftOut } from './left-out'
import { type PairsRow, pairsPlot, variablesPerPlot } from './pairs'
import { remembered } from './remembered'
import type { Drawing } from './svg'

/**
 * The plots of the agreement report, each from its part of the report; null where there is nothing to draw. A plot shows
 * no more than one can look over, and is drawn while a reader waits; the table behind it has the rest.
 */
const mostCodes = 60
const mostPanels = 24
/** Of ten coders all. */
const mostPairs = 45
const mostCodesOfPairs = 30

export const alphaOfCodes = remembered('alphaOfCodes', drawCodes)

function drawCodes(codes: readonly VariableAgreement[]): Drawing | null {
  const rows = codes.map(({ label, alpha, verdict }) => ({
    label,
    alpha,
    interval: alpha.interval,
    verdict: verdict.word,
  }))
  if (rows.length === 0) return null
  const drawing = forestPlot('Krippendorff’s α of each code', rows.slice(0, mostCodes))
  return withLeftOut(drawing, first(mostCodes, rows, 'codes'))
}

export const alphaOfUnits = remembered('alphaOfUnits', drawUnits)

function drawUnits(ladder: readonly LadderRow[]): Drawing | null {
  if (ladder.length === 0) return null
  const rows = ladder.slice(0, mostCodes)
  const drawing = ladderPlot('α of each code at every unit', rows, (level) => capitalised(level))
  return withLeftOut(drawing, first(mostCodes, ladder, 'codes'))
}

/** Nothing where no annotation has a partner. */
export const boundariesOfCodes = remembered('boundariesOfCodes', drawBoundaries)

function drawBoundaries(codes: readonly CodeUnitizing[]): Drawing | null {
  const starts = sumOf(codes.map((code) => code.starts))
  const ends = sumOf(codes.map((code) => code.ends))
  return starts.some((count) => count > 0) ? boundaryPlot('Boundaries of annotations', { starts, ends }) : null
}

/**
 * All codes have the same pairs: those who submitted a document in common. Codes that have no room beside each other
 * have several plots.
 */
export function alphaOfPairs(codes: readonly VariableAgreement[]): Drawing[] {
  const pairs = codes[0]?.kappa.pairs ?? []
  if (pairs.length === 0) return []
  const rows = codes.slice(0, mostCodesOfPairs).map(({ label, kappa }) => ({
    label,
    pairs: kappa.pairs.slice(0, mostPairs).map(({ coders, alpha }) => ({ coders, estimate: alpha })),
  }))
  const plots = variablesPerPlot(rows)
  const shown = [...first(mostPairs, pairs, 'pairs'), ...first(mostCodesOfPairs, codes, 'codes')]
  return plots.flatMap((group, place) => {
    const which = plots.length === 1 ? '' : ` (${place + 1} of ${plots.length})`
    const drawing = pairsOfSome({ title: `α of each pair of coders${which}`, rows: group })
    return drawing ? [withLeftOut(drawing, place === plots.length - 1 ? shown : [])] : []
  })
}

const pairsOfSome = remembered('pairsOfSome', ({ title, rows }: { title: string; rows: readonly PairsRow[] }) =>
  pairsPlot(title, rows),
)

/** With fewer than two values nothing can be confused. @param nameOf what a value is called, "" included */
export function confusionOf(title: string, table: ConfusionTable, nameOf: (value: string) => string): Drawing | null {
  return confusionOfNamed({ title, table, names: table.values.map(nameOf) })
}

const confusionOfNamed = remembered('confusionOf', drawConfusion)

function drawConfusion({ title, table, names }: NamedConfusion): Drawing | null {
  if (table.values.length < 2) return null
  return confusionPlot(title, table, (value) => names[table.values.indexOf(value)] ?? value)
}

interface NamedConfusion {
  title: string
  table: ConfusionTable
  /** Of the values, in their order. */
  names: readonly string[]
}

export const alphaOverTime = remembered('alphaOverTime', drawDrift)

function drawDrift(drift: readonly DriftSeries[]): Drawing | null {
  const series = drift.filter(({ points }) => points.length > 0)
  if (series.length === 0) return null
  const drawing = driftPlot('α of each code over time', series.slice(0, mostPanels))
  return withLeftOut(drawing, first(mostPanels, series, 'codes'))
}

function sumOf(offsets: readonly number[][]): number[] {
  const places = Math.max(0, ...offsets.map(({ length }) => length))
  return Array.from({ length: places }, (_, place) => offsets.reduce((sum, counts) => sum + (counts[place] ?? 0), 0))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
