import { marginalsTable, withoutCoderTable } from './agreement-report-coders-csv'
import { confusionTable } from './agreement-report-confusion-csv'
import { documentsTable } from './agreement-report-documents-csv'
import { drawsTable } from './agreement-report-draws-csv'
import { driftTable } from './agreement-report-drift-csv'
import { ladderTable } from './agreement-report-ladder-csv'
import { pairwiseTable } from './agreement-report-pairwise-csv'
import { sensitivityTable } from './agreement-report-sensitivity-csv'
import { summaryTable } from './agreement-report-summary-csv'
import type { AgreementTable } from './agreement-report-table'
import { offsetsTable, unitizingTable } from './agreement-report-unitizing-csv'

/** All tables of the agreement report, in the order in which the documentation has them. */
export const agreementTables: readonly AgreementTable[] = [
  summaryTable,
  pairwiseTable,
  confusionTable,
  documentsTable,
  driftTable,
  ladderTable,
  unitizingTable,
  offsetsTable,
  sensitivityTable,
  withoutCoderTable,
  marginalsTable,
  drawsTable,
]
