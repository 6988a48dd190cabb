import { readFileSync } from 'node:fs'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { agreementColumns } from '@/lib/formats/agreement-csv'
import { agreementPairsColumns } from '@/lib/formats/agreement-pairs-csv'
import { annotationColumns } from '@/lib/formats/annotations-csv'
import type { Column } from '@/lib/formats/csv-lines'
import { unitCoderColumns } from '@/lib/formats/unit-coder-csv'

/** docs/exports.md names every column with the words of the exports page. */

const page = readFileSync('docs/exports.md', 'utf8')
const starter = Object.entries(codebookTemplate('starter').attributes).flatMap(([key, { label, enabled }]) =>
  enabled ? [{ key, label }] : [],
)

const asRows = (columns: readonly Column[]) =>
  columns.map(({ name, description }) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`)

it.each([
  ['annotations.csv', annotationColumns(starter)],
  ['unit_coder_long.csv', unitCoderColumns],
  ['agreement.csv', agreementColumns],
  ['agreement_pairs.csv', agreementPairsColumns],
])('the page of the exports has every column of %s, in order', (table, columns) => {
  const section = page.slice(page.indexOf(`## ${table}\n`)).split('\n## ')[0] ?? ''
  expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(asRows(columns))
})
