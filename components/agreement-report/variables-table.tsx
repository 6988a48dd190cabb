import type { VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { metricNames, unitNouns } from '@/lib/formats/agreement-report/words'
import type { FigureColumn } from './figure-table'
import { Count, Percent, WithInterval } from './figures'
import { reportWords as words } from './report-words'
import { VerdictMark } from './verdict-mark'

const name: FigureColumn<VariableAgreement> = { heading: words.variable, cell: ({ label }) => label }

/** What a reader asks first, the verdict and what it rests on before the rest: a narrow screen shows only the first. */
const figures: FigureColumn<VariableAgreement>[] = [
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
]

/** Only what is present or absent has a prevalence. */
const prevalence: FigureColumn<VariableAgreement> = {
  heading: words.prevalence,
  cell: ({ prevalence: share }) =>
    share.value === null && share.undefined === 'not_presence' ? null : <Percent estimate={share} />,
}

/** The columns of Table 1. */
export const codeColumns: FigureColumn<VariableAgreement>[] = [name, ...figures, prevalence]

/** The columns of attributes, which are not present or absent. */
export const attributeColumns: FigureColumn<VariableAgreement>[] = [name, ...figures]

/** Variables whose unit and metric differ: with both. */
export const mixedColumns: FigureColumn<VariableAgreement>[] = [
  ...codeColumns,
  { heading: words.unit, isWords: true, cell: ({ unit }) => unitNouns[unit] },
  { heading: words.metric, isWords: true, cell: ({ level }) => metricNames[level] },
]

/** A row is told from others by kind, level and key. */
export function variableKey({ kind, level, key }: Pick<VariableAgreement, 'kind' | 'level' | 'key'>): string {
  return `${kind} ${level} ${key}`
}
