import type { VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { kindNames } from '@/lib/formats/agreement-report/words'
import { Fold } from '../ui/fold'
import { CoefficientsTable } from './coefficients-table'
import { FigureTable } from './figure-table'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'
import { mixedColumns, variableKey } from './variables-table'

/** Variables beside the presence of codes, grouped by what they say. */
export function OthersSection({ variables }: { variables: readonly VariableAgreement[] }) {
  return (
    <ReportSection part={parts.others} note={notes.others}>
      <FigureTable
        caption={parts.others.title}
        rows={variables}
        columns={mixedColumns}
        file={summaryTable.file}
        keyOf={variableKey}
        groupOf={({ kind }) => kindNames[kind]}
      />
      <Fold title={parts.coefficients.title}>
        <CoefficientsTable caption={`${parts.others.title}: ${parts.coefficients.title}`} variables={variables} />
      </Fold>
    </ReportSection>
  )
}
