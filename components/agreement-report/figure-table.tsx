import type { ReactNode } from 'react'
import { Table } from '../ui/table'

/** One column: figures stand right, words left. The first column names the row. */
export interface FigureColumn<Row> {
  heading: string
  cell: (row: Row) => ReactNode
  isWords?: boolean
}

interface FigureTableProps<Row> {
  caption: string
  rows: readonly Row[]
  columns: readonly FigureColumn<Row>[]
  keyOf: (row: Row) => string
}

/** A table of figures, one row per thing they are about. */
export function FigureTable<Row>({ caption, rows, columns, keyOf }: FigureTableProps<Row>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {columns.map(({ heading, isWords }, place) => (
            <th key={heading} scope="col" className={place === 0 || isWords ? '' : 'text-right'}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ heading, cell, isWords }, place) =>
              place === 0 ? (
                <th key={heading} scope="row" dir="auto" className="text-start font-semibold">
                  {cell(row)}
                </th>
              ) : (
                <td key={heading} className={isWords ? '' : 'text-right'}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
