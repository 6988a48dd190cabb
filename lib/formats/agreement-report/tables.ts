import { marginalsTable, withoutCoderTable } from './coders-csv'
import { confusionTable } from './confusion-csv'
import { disagreementsTable } from './disagreements-csv'
import { documentsTable } from './documents-csv'
import { drawsTable } from './draws-csv'
import { driftTable } from './drift-csv'
import { ladderTable } from './ladder-csv'
import { pairwiseTable } from './pairwise-csv'
import { intraTable, recodedTable } from './recoded-csv'
import { sensitivityTable } from './sensitivity-csv'
import { summaryTable } from './summary-csv'
import type { AgreementTable } from './table'
import { offsetsTable, unitizingTable } from './unitizing-csv'

/** All tables of the agreement report, in the order in which the documentation has them. */
export const agreementTables: readonly AgreementTable[] = [
  summaryTable,
  pairwiseTable,
  confusionTable,
  disagreementsTable,
  documentsTable,
  driftTable,
  recodedTable,
  intraTable,
  ladderTable,
  unitizingTable,
  offsetsTable,
  sensitivityTable,
  withoutCoderTable,
  marginalsTable,
  drawsTable,
]
