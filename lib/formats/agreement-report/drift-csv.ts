import type { Column } from '../csv-lines'
import { figureCells, intervalCells, levelColumn, statusColumn, variableColumn, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_drift.csv: alpha over time. */

const columns: readonly Column[] = [
  versionColumn,
  variableColumn,
  levelColumn,
  { name: 'first_doc', description: 'First document of the window, counted from 1 in the order of completion.' },
  { name: 'last_doc', description: 'Its last document, counted the same way.' },
  { name: 'last_doc_id', description: 'Which document that is.' },
  { name: 'alpha', description: "Krippendorff's alpha over the documents of the window." },
  statusColumn('alpha_status', 'alpha'),
  { name: 'alpha_lo', description: 'Lower end of its 95 % interval.' },
  { name: 'alpha_hi', description: 'Upper end of its 95 % interval.' },
  statusColumn('ci_status', 'the interval'),
]

export const driftTable = agreementTable(
  { name: 'irr_drift', row: 'code and window of documents in the order of completion', columns },
  ({ codebook, header, drift }) =>
    drift.flatMap(({ code, points }) =>
      points.map(({ from, to, lastDocument, alpha, interval }) => [
        ...[codebook.version, code, header.unit, from, to, lastDocument],
        ...[...figureCells(alpha), ...intervalCells(interval)],
      ]),
    ),
)
