import type { VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { metricNames, unitNouns } from '@/lib/formats/agreement-report-words'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count, Percent, WithInterval } from './figures'
import { reportWords as words } from './report-words'
import { VerdictMark } from './verdict-mark'

/** The columns of Table 1, the verdict and what it rests on first: a narrow screen shows only the first columns. */
export const variableColumns: FigureColumn<VariableAgreement>[] = [
  { heading: words.variable, cell: ({ label }) => label },
  {
    heading: words.verdict,
    isWords: true,
    cell: ({ verdict, alphaMin, provisional }) => (
      <VerdictMark verdict={verdict} alphaMin={alphaMin} provisional={provisional} />
    ),
  },
  { heading: words.alphaInterval, cell: ({ alpha }) => <WithInterval estimate={alpha} interval={alpha.interval} /> },
  { heading: words.percent, cell: ({ percent }) => <Percent estimate={percent} /> },
  { heading: words.units, cell: ({ units }) => <Count value={units} /> },
  { heading: words.prevalence, cell: ({ prevalence }) => <Percent estimate={prevalence} /> },
]

const [name, ...figures] = variableColumns

/** Variables whose unit and metric differ: with both. */
export const mixedColumns: FigureColumn<VariableAgreement>[] = [
  ...(name ? [name] : []),
  { heading: words.unit, isWords: true, cell: ({ unit }) => unitNouns[unit] },
  { heading: words.metric, isWords: true, cell: ({ level }) => metricNames[level] },
  ...figures,
]

/** One row per variable: what a reader asks first. */
export function VariablesTable({
  caption,
  variables,
  columns = variableColumns,
}: {
  caption: string
  variables: readonly VariableAgreement[]
  columns?: FigureColumn<VariableAgreement>[]
}) {
  return <FigureTable caption={caption} rows={variables} columns={columns} keyOf={variableKey} />
}

/** A row is told from others by kind, level and key. */
export function variableKey({ kind, level, key }: VariableAgreement): string {
  return `${kind} ${level} ${key}`
}
