import type { CodeAgreement, KappaSummary } from '@/lib/agreement/reliability-report'
import { coefficientText, percentText } from '@/lib/formats/agreement-report-numbers'
import { Table } from '../ui/table'
import { Figure, IntervalFigure } from './figures'
import { VerdictMark } from './verdict-mark'
import { words } from './words'

/** Table 1: one row per code, the verdict and what it rests on first: a narrow screen shows only the first columns. */
export function CodeTable({ codes }: { codes: readonly CodeAgreement[] }) {
  const { columns } = words
  return (
    <Table caption={words.tableTitle}>
      <thead>
        <tr>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.verdict}</th>
          {[columns.alpha, columns.n, columns.prevalence, columns.percent, columns.kappa].map((column) => (
            <th key={column} scope="col" className="text-right">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <CodeRow key={code.code} code={code} />
        ))}
      </tbody>
    </Table>
  )
}

function CodeRow({ code }: { code: CodeAgreement }) {
  return (
    <tr>
      <th scope="row" dir="auto" className="py-2 text-start align-baseline font-semibold">
        {code.label}
      </th>
      <td>
        <VerdictMark verdict={code.verdict} alphaMin={code.alphaMin} />
      </td>
      <td className="text-right sm:whitespace-nowrap">
        <Figure estimate={code.alpha} text={coefficientText} />{' '}
        {code.alpha.value !== null && <IntervalFigure interval={code.alpha.interval} />}
      </td>
      <td className="text-right">
        <data value={code.units}>{code.units.toLocaleString('en')}</data>
      </td>
      <td className="text-right">
        <Figure estimate={code.prevalence} text={percentText} />
      </td>
      <td className="text-right">
        <Figure estimate={code.percent} text={percentText} />
      </td>
      <td className="text-right">
        <KappaRange kappa={code.kappa} />
      </td>
    </tr>
  )
}

function KappaRange({ kappa: { mean, min, max, pairs } }: { kappa: KappaSummary }) {
  return (
    <span className="whitespace-nowrap">
      <Figure estimate={mean} text={coefficientText} />
      {pairs.length > 1 && min.value !== null && max.value !== null && (
        <>
          {' '}
          ({coefficientText(min.value)} to {coefficientText(max.value)})
        </>
      )}
    </span>
  )
}
