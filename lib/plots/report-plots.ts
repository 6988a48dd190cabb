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
import { pairsPlot } from './pairs'
import type { Drawing } from './svg'

/** The plots of the agreement report, each from its part of the report; null where there is nothing to draw. */

export function alphaOfCodes(codes: readonly VariableAgreement[]): Drawing | null {
  const rows = codes.map(({ label, alpha, verdict }) => ({
    label,
    alpha,
    interval: alpha.interval,
    verdict: verdict.word,
  }))
  return rows.length === 0 ? null : forestPlot('Krippendorff’s α of each code', rows)
}

export function alphaOfUnits(ladder: readonly LadderRow[]): Drawing | null {
  return ladder.length === 0 ? null : ladderPlot('α of each code at every unit', ladder, (level) => capitalised(level))
}

/** Nothing where no annotation has a partner. */
export function boundariesOfCodes(codes: readonly CodeUnitizing[]): Drawing | null {
  const starts = sumOf(codes.map((code) => code.starts))
  const ends = sumOf(codes.map((code) => code.ends))
  return starts.some((count) => count > 0) ? boundaryPlot('How far apart boundaries lie', { starts, ends }) : null
}

export function alphaOfPairs(codes: readonly VariableAgreement[]): Drawing | null {
  const rows = codes.map(({ label, kappa }) => ({
    label,
    pairs: kappa.pairs.map(({ coders, alpha }) => ({ coders, estimate: alpha })),
  }))
  return rows.some(({ pairs }) => pairs.length > 0) ? pairsPlot('α of each pair of coders', rows) : null
}

/** With fewer than two values nothing can be confused. @param nameOf what a value is called, "" included */
export function confusionOf(title: string, table: ConfusionTable, nameOf: (value: string) => string): Drawing | null {
  return table.values.length < 2 ? null : confusionPlot(title, table, nameOf)
}

export function alphaOverTime(drift: readonly DriftSeries[]): Drawing | null {
  const series = drift.filter(({ points }) => points.length > 0)
  return series.length === 0 ? null : driftPlot('α of each code over time', series)
}

function sumOf(offsets: readonly number[][]): number[] {
  const places = Math.max(0, ...offsets.map(({ length }) => length))
  return Array.from({ length: places }, (_, place) => offsets.reduce((sum, counts) => sum + (counts[place] ?? 0), 0))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
