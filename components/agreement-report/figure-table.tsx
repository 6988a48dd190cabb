import type { ReactNode } from 'react'
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
  /** Rows of one group stand together under its name. */
  groupOf?: (row: Row) => string
}

/** A table of figures, one row per thing they are about. */
export function FigureTable<Row>(props: FigureTableProps<Row>) {
  const { caption, rows, columns, keyOf, groupOf } = props
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
