import { drawDocuments } from '../../agreement/bootstrap'
import { type Column, csvHeader } from '../csv-lines'
import type { ReportedStudy } from './study'
import type { AgreementTable } from './table'

/** irr_draws.csv: which documents each bootstrap sample drew, from which every interval can be computed again. */

const replicateColumn: Column = { name: 'replicate', description: 'Number of the bootstrap sample, from 1.' }

const documentColumn = (documentId: string): Column => ({
  name: documentId.toLowerCase(),
  description: `How often the sample has document ${documentId}; one such column for each document with two coders.`,
})

export const drawsTable: AgreementTable = {
  name: 'irr_draws',
  file: 'irr_draws.csv',
  row: 'bootstrap sample',
  columns: [replicateColumn, documentColumn('D0001')],
  write: drawLines,
}

/** Drawn again from the seed: the samples are too many to keep in a report. */
function* drawLines({ header, byDocument }: ReportedStudy): Generator<string> {
  yield csvHeader([replicateColumn, ...byDocument.map(({ documentId }) => documentColumn(documentId))])
  const { counts, replicates, documents } = drawDocuments(
    byDocument.map(({ stratum }) => stratum),
    header,
  )
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const ofSample = counts.subarray(replicate * documents, (replicate + 1) * documents)
    yield `${replicate + 1},${ofSample.join(',')}\n`
  }
}
