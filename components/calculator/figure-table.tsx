import { Table } from '../ui/table'
import { result as words } from '../words/calculator/result'
import { statisticGroups, statistics } from '../words/calculator/statistics'
import { Coefficient, FigureValue, IntervalOf } from './figure-cells'
import type { FigureGroup, FigureRow } from './figure-rows'
import { coefficientText } from './number-text'

/** Every figure of one part, under the headings of their groups. */
export function FigureTable({ caption, rows }: { caption: string; rows: readonly FigureRow[] }) {
  const hasErrors = rows.some(({ se }) => se !== null)
  const rests = rows.some((row) => restsOn(row) !== '')
  const groups = [...new Set(rows.map(({ statistic }) => statistics[statistic].group))]
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{words.columns.statistic}</th>
          <th scope="col">{words.columns.value}</th>
          <th scope="col">{words.columns.interval}</th>
          {hasErrors && (
            <th scope="col" className={wideOnly}>
              {words.columns.se}
            </th>
          )}
          {rests && (
            <th scope="col" className={wideOnly}>
              {words.columns.rests}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group} group={group} rows={rows.filter(isIn(group))} columns={{ hasErrors, rests }} />
      ))}
    </Table>
  )
}

/** On a phone the figure and its interval are enough; the rest is in the downloads. */
const wideOnly = 'hidden md:table-cell'

/** Columns that not every table has. */
interface MoreColumns {
  hasErrors: boolean
  rests: boolean
}

function isIn(group: FigureGroup) {
  return ({ statistic }: FigureRow) => statistics[statistic].group === group
}

interface GroupProps {
  group: FigureGroup
  rows: readonly FigureRow[]
  columns: MoreColumns
}

function Group({ group, rows, columns }: GroupProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} className="pt-5 text-muted">
          {statisticGroups[group]}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={`${row.statistic} ${row.code}`} row={row} columns={columns} />
      ))}
    </tbody>
  )
}

function Row({ row, columns }: { row: FigureRow; columns: MoreColumns }) {
  const { name, note } = statistics[row.statistic]
  return (
    <tr>
      <th scope="row" className="font-normal">
        <span className="font-semibold">{row.code === null ? name : `${name} · ${row.code}`}</span>{' '}
        <span className="block text-muted text-sm">{note}</span>
      </th>
      {row.value === null ? (
        <td colSpan={4}>
          <FigureValue row={row} />
        </td>
      ) : (
        <>
          <td className="font-semibold">
            <FigureValue row={row} />
          </td>
          <td>
            <IntervalOf row={row} />
          </td>
          {columns.hasErrors && <td className={wideOnly}>{row.se !== null && <Coefficient value={row.se} />}</td>}
          {columns.rests && <td className={`${wideOnly} text-muted`}>{restsOn(row)}</td>}
        </>
      )}
    </tr>
  )
}

function restsOn(row: FigureRow): string {
  const { observedAgreement, expectedAgreement, observedDisagreement, expectedDisagreement } = row
  if (observedAgreement !== null && expectedAgreement !== null)
    return words.agreementOf(coefficientText(observedAgreement), coefficientText(expectedAgreement))
  if (observedDisagreement !== null && expectedDisagreement !== null)
    return words.disagreementOf(coefficientText(observedDisagreement), coefficientText(expectedDisagreement))
  return ''
}
