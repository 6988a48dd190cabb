import type { ReactNode } from 'react'
import type { Column } from '@/lib/formats/csv-lines'
import { Section } from '../ui/page-header'
import { Table } from '../ui/table'
import { exportWords as words } from '../words/exports'

interface ExportTableProps {
  title: string
  /** What one row is. */
  means: string
  columns: readonly Column[]
  /** The links that download it. */
  children: ReactNode
}

/** One table to download, with what its columns mean. */
export function ExportTable({ title, means, columns, children }: ExportTableProps) {
  return (
    <Section title={title} note={means}>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
      <details className="group mt-3">
        <summary className="inline-flex min-h-11 list-none items-center before:w-5 before:content-['+'] group-open:before:content-['–'] text-accent underline-offset-4 hover:underline sm:min-h-10">
          {words.columns(columns.length)}
        </summary>
        <div className="mt-2 max-w-3xl">
          <Table caption={`${title}: ${words.columns(columns.length)}`}>
            <thead>
              <tr>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ name, description }) => (
                <tr key={name}>
                  <th scope="row" className="font-mono font-normal text-sm">
                    {name}
                  </th>
                  <td>{description}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </Section>
  )
}
