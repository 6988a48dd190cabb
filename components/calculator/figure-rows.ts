import type { CodingStatisticName } from '@/lib/agreement/coding-statistics'
import type { SpanStatisticName } from '@/lib/agreement/span-statistics'
import { type statisticGroups, statistics } from '../words/calculator/statistics'

export type StatisticName = CodingStatisticName | SpanStatisticName
export type FigureGroup = keyof typeof statisticGroups

/** One figure of the output, flat. */
export interface FigureRow {
  statistic: StatisticName
  /** Where a statistic has one figure for each code. */
  code: string | null
  value: number | null
  /** Why there is no value; see `reasonText`. */
  undefined: string | null
  ci95: readonly [number, number] | null
  ci95Undefined: string | null
  se: number | null
  observedAgreement: number | null
  expectedAgreement: number | null
  observedDisagreement: number | null
  expectedDisagreement: number | null
}

/** One part of the output: a table of units, one code, or all codes together. */
export type FiguresPart = Readonly<Record<string, unknown>>

const names = Object.keys(statistics) as StatisticName[]

/** The figures of one part, in the order in which the page has the statistics. */
export function figureRows(part: FiguresPart): FigureRow[] {
  return names.flatMap((statistic) => {
    const figure = part[statistic]
    if (!isRecord(figure)) return []
    const perCode = isRecord(figure.per_code) ? Object.entries(figure.per_code) : []
    return [
      ...('value' in figure ? [figureRow(statistic, null, figure)] : []),
      ...perCode.flatMap(([code, own]) => (isRecord(own) ? [figureRow(statistic, code, own)] : [])),
    ]
  })
}

/** The parts of an output: what is together, and each code by itself. */
export function partsOf(output: FiguresPart): { together: FiguresPart; codes: [string, FiguresPart][] } {
  const codes = isRecord(output.codes) ? Object.entries(output.codes) : []
  return {
    together: isRecord(output.all) ? output.all : output,
    codes: codes.flatMap(([code, own]): [string, FiguresPart][] => (isRecord(own) ? [[code, own]] : [])),
  }
}

/** A count of the output, such as n_units; 0 where it has none. */
export function countIn(part: FiguresPart, name: string): number {
  return numberIn(part, name) ?? 0
}

function figureRow(statistic: StatisticName, code: string | null, figure: FiguresPart): FigureRow {
  return {
    ...{ statistic, code },
    value: numberIn(figure, 'value'),
    undefined: textIn(figure, 'undefined'),
    ci95: pairIn(figure, 'ci95'),
    ci95Undefined: textIn(figure, 'ci95_undefined'),
    se: numberIn(figure, 'se'),
    observedAgreement: numberIn(figure, 'observed_agreement'),
    expectedAgreement: numberIn(figure, 'expected_agreement'),
    observedDisagreement: numberIn(figure, 'observed_disagreement'),
    expectedDisagreement: numberIn(figure, 'expected_disagreement'),
  }
}

function isRecord(value: unknown): value is FiguresPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function numberIn(figure: FiguresPart, name: string): number | null {
  const value = figure[name]
  return typeof value === 'number' ? value : null
}

function textIn(figure: FiguresPart, name: string): string | null {
  const value = figure[name]
  return typeof value === 'string' ? value : null
}

function pairIn(figure: FiguresPart, name: string): [number, number] | null {
  const value = figure[name]
  if (!Array.isArray(value)) return null
  const [low, high]: unknown[] = value
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null
}
