import type { Column } from '../csv-lines'
import { figureCells, levelColumn, statusColumn, variableColumn, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_by_doc.csv: each document by itself, to find the ones to talk about. */

const columns: readonly Column[] = [
  versionColumn,
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'stratum', description: 'Stratum within which it was resampled; NA where the sample has none.' },
  { name: 'coders', description: 'Pseudonyms of those who submitted it, joined by |.' },
  variableColumn,
  levelColumn,
  { name: 'n_units', description: 'Units of the document.' },
  { name: 'n_positive', description: 'Values (unit x coder) that say present.' },
  { name: 'pct_agree', description: 'Percent agreement as a share.' },
  statusColumn('pct_status', 'pct_agree'),
  { name: 'alpha', description: "Krippendorff's alpha of this document alone." },
  statusColumn('alpha_status', 'alpha'),
]

export const documentsTable = agreementTable(
  { name: 'irr_by_doc', row: 'document and code', columns },
  ({ codebook, header, byDocument }) =>
    byDocument.flatMap(({ documentId, stratum, coders, units, codes }) =>
      codes.map(({ code, positives, percent, alpha }) => [
        ...[codebook.version, documentId, stratum || null, coders.join('|'), code, header.unit, units, positives],
        ...[percent, alpha].flatMap(figureCells),
      ]),
    ),
)
