import type { ReactNode } from 'react'
import { countText } from '@/lib/formats/agreement-report/numbers'
import { Table } from '../ui/table'

/** One column: figures stand right, words left. The first column names the row. */
export interface FigureColumn<Row> {
  heading: string
  /** Where several columns may have the same heading. */
  key?: string
  cell: (row: Row) => ReactNode
  isWords?: boolean
}

interface FigureTableProps<Row> {
  caption: string
  rows: readonly Row[]
  columns: readonly FigureColumn<Row>[]
  keyOf: (row: Row) => string
  /** The file that has all rows, where they are more than a page can show. */
  file: string
  /** Rows of one group stand together under its name. */
  groupOf?: (row: Row) => string
}

/** More rows than this nobody reads on a page, and few browsers show them with ease. */
const mostRows = 100

/** A table of figures, one row per thing they are about. Of very many rows it shows the first, and names their file. */
export function FigureTable<Row>({ rows, file, ...table }: FigureTableProps<Row>) {
  if (rows.length <= mostRows) return <WholeTable {...table} rows={rows} />
  return (
    <>
      <WholeTable {...table} rows={rows.slice(0, mostRows)} />
      <p className="mt-2 text-muted">{`The first ${mostRows} of ${countText(rows.length)} rows; all are in ${file}.`}</p>
    </>
  )
}

function WholeTable<Row>({ caption, rows, columns, keyOf, groupOf }: Omit<FigureTableProps<Row>, 'file'>) {
  const groups = groupOf ? [...new Set(rows.map(groupOf))] : [null]
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {columns.map(({ heading, isWords, key = heading }, place) => (
            <th key={key} scope="col" className={place === 0 || isWords ? '' : 'text-right'}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group}>
          {group !== null && <GroupName columns={columns.length}>{group}</GroupName>}
          {rows
            .filter((row) => group === null || groupOf?.(row) === group)
            .map((row) => (
              <tr key={keyOf(row)}>
                <Cells row={row} columns={columns} />
              </tr>
            ))}
        </tbody>
      ))}
    </Table>
  )
}

function GroupName({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="break-after-avoid">
      <th scope="rowgroup" colSpan={columns} className="pt-6 font-normal text-muted">
        {children}
      </th>
    </tr>
  )
}

function Cells<Row>({ row, columns }: { row: Row; columns: readonly FigureColumn<Row>[] }) {
  return columns.map(({ heading, cell, isWords, key = heading }, place) =>
    place === 0 ? (
      <th key={key} scope="row" dir="auto" className="text-start font-semibold">
        {cell(row)}
      </th>
    ) : (
      <td key={key} className={isWords ? '' : 'text-right'}>
        {cell(row)}
      </td>
    ),
  )
}
