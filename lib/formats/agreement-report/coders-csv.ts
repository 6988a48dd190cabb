import type { Column } from '../csv-lines'
import { figureCells, statusColumn, variableColumn, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_without_coder.csv and irr_marginals.csv: what each coder does to the figures. */

const coderColumn: Column = { name: 'coder', description: 'Pseudonym.' }

const withoutColumns: readonly Column[] = [
  versionColumn,
  { name: 'coder', description: 'Pseudonym of the coder who is left out.' },
  variableColumn,
  { name: 'alpha', description: "Krippendorff's alpha of all other coders." },
  statusColumn('alpha_status', 'alpha'),
  { name: 'change', description: 'alpha minus alpha of all coders; NA where one of them is undefined.' },
]

export const withoutCoderTable = agreementTable(
  { name: 'irr_without_coder', row: 'coder left out and code', columns: withoutColumns },
  ({ codebook, withoutCoder }) =>
    withoutCoder.map(({ coder, code, alpha, change }) => [
      ...[codebook.version, coder, code, ...figureCells(alpha), change],
    ]),
)

const marginalColumns: readonly Column[] = [
  versionColumn,
  coderColumn,
  variableColumn,
  { name: 'n_docs', description: 'Documents the coder submitted.' },
  { name: 'n_annotations', description: 'Annotations with this code in them.' },
  { name: 'n_words', description: 'Words of these documents outside boilerplate.' },
  { name: 'rate', description: 'Annotations per 1,000 words.' },
  {
    name: 'limit_lo',
    description: 'Lower 95 % limit of the rate of all other coders together; NA with fewer than two others.',
  },
  { name: 'limit_hi', description: 'Upper limit.' },
]

export const marginalsTable = agreementTable(
  { name: 'irr_marginals', row: 'coder and code', columns: marginalColumns },
  ({ codebook, marginals }) =>
    marginals.map(({ coder, code, documents, annotations, words, rate, limits }) => [
      ...[codebook.version, coder, code, documents, annotations, words, rate],
      ...[limits?.[0] ?? null, limits?.[1] ?? null],
    ]),
)
