import { Table } from '../ui/table'
import { reasonText } from '../words/calculator/reasons'
import { result as words } from '../words/calculator/result'
import { Coefficient, IntervalOf } from './figure-cells'
import { type FigureRow, type FiguresPart, figureRows, type StatisticName } from './figure-rows'

const columns: readonly { statistic: StatisticName; title: string }[] = [
  { statistic: 'percent_agreement', title: words.columns.percent },
  { statistic: 'krippendorff_alpha', title: words.columns.alpha },
  { statistic: 'u_alpha', title: words.columns.uAlpha },
  { statistic: 'span_f1_exact', title: words.columns.exact },
  { statistic: 'char_f1', title: words.columns.characters },
]

/** One row per code with the figures that are looked at first. */
export function CodeOverview({ codes }: { codes: readonly (readonly [string, FiguresPart])[] }) {
  return (
    <Table caption={words.perCode}>
      <thead>
        <tr>
          <th scope="col">{words.columns.code}</th>
          {columns.map(({ statistic, title }) => (
            <th key={statistic} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {codes.map(([code, part]) => (
          <CodeRow key={code} code={code} rows={figureRows(part)} />
        ))}
      </tbody>
    </Table>
  )
}

function CodeRow({ code, rows }: { code: string; rows: readonly FigureRow[] }) {
  return (
    <tr>
      <th scope="row" className="font-semibold">
        {code}
      </th>
      {columns.map(({ statistic }) => {
        const row = rows.find((one) => one.statistic === statistic)
        return <td key={statistic}>{row && <Cell row={row} />}</td>
      })}
    </tr>
  )
}

function Cell({ row }: { row: FigureRow }) {
  if (row.value === null)
    return (
      <span>
        {words.undefined}
        <span className="sr-only">: {reasonText(row.undefined)}</span>
      </span>
    )
  return (
    <>
      <Coefficient value={row.value} />
      {(row.ci95 || row.ci95Undefined) && (
        <span className="block text-muted text-sm">{row.ci95 ? <IntervalOf row={row} /> : words.noInterval}</span>
      )}
    </>
  )
}
