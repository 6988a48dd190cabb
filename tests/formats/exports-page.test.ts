import { readFileSync } from 'node:fs'
import { continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { adjudicationColumns } from '@/lib/formats/adjudications-csv'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { annotationColumns, exportedAttributes } from '@/lib/formats/annotations-csv'
import { codedDocumentColumns } from '@/lib/formats/coded-documents-csv'
import type { Column } from '@/lib/formats/csv-lines'
import { disagreementColumns } from '@/lib/formats/disagreements-csv'
import { goldColumns, goldDocumentColumns, goldRelationColumns, goldVariableColumns } from '@/lib/formats/gold-csv'
import { relationColumns } from '@/lib/formats/relations-csv'
import { segmentColumns } from '@/lib/formats/segments-csv'
import { unitCoderColumns } from '@/lib/formats/unit-coder-csv'
import { variableColumns } from '@/lib/formats/variables-csv'

/** docs/exports.md names every column with the words of the exports page. */

const page = readFileSync('docs/exports.md', 'utf8')
const template = codebookTemplate('starter')
/** As a stored codebook has them: the database keeps the shorter keys first. */
const stored = Object.fromEntries(
  Object.entries(template.attributes).sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1)),
)
const starter = exportedAttributes([{ ...template, attributes: stored }])

const sectionOf = (table: string) => page.slice(page.indexOf(`## ${table}\n`)).split('\n## ')[0] ?? ''

const asRows = (columns: readonly Column[]) =>
  columns.map(({ name, description }) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`)

it.each([
  ['annotations.csv', annotationColumns(starter)] as const,
  ['segments.csv', segmentColumns] as const,
  ['relations.csv', relationColumns] as const,
  ['variables.csv', variableColumns] as const,
  ['documents.csv', codedDocumentColumns] as const,
  ['unit_coder_long.csv', unitCoderColumns] as const,
  ['disagreements.csv', disagreementColumns] as const,
  ['adjudications.csv', adjudicationColumns] as const,
  ['gold.csv', goldColumns(starter)] as const,
  ['gold_relations.csv', goldRelationColumns] as const,
  ['gold_variables.csv', goldVariableColumns] as const,
  ['gold_documents.csv', goldDocumentColumns] as const,
  ...agreementTables.map(({ file, columns }) => [file, columns] as const),
])('the page of the exports has every column of %s, in order', (table, columns) => {
  const rows = sectionOf(table)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows).toEqual(asRows(columns))
})

it('the page of the exports says of each table of the report what a row is', () => {
  for (const { file, row } of agreementTables) expect(sectionOf(file)).toContain(`\nOne row per ${row}.\n`)
})

it('the page of the exports explains every word for why a figure is undefined', () => {
  const rows = Object.entries({ ...undefinedReasons, ...continuumReasons }).map(
    ([word, sentence]) => `| \`${word}\` | ${sentence} |`,
  )
  const section = sectionOf('Why a figure is undefined')
  expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})
