import type { VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { kindNames } from '@/lib/formats/agreement-report-words'
import { CoefficientsTable } from './coefficients-table'
import { Fold } from './fold'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'
import { mixedColumns, VariablesTable } from './variables-table'

/** Variables beside the presence of codes, grouped by what they say. */
export function OthersSection({ variables }: { variables: readonly VariableAgreement[] }) {
  const kinds = [...new Set(variables.map(({ kind }) => kind))]
  return (
    <ReportSection part={parts.others} note={notes.others}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {kinds.map((kind) => (
          <div key={kind}>
            <h3 className="mb-2 break-after-avoid font-semibold">{kindNames[kind]}</h3>
            <VariablesTable
              caption={kindNames[kind]}
              variables={variables.filter((variable) => variable.kind === kind)}
              columns={mixedColumns}
            />
          </div>
        ))}
      </div>
      <Fold title={parts.coefficients.title}>
        <CoefficientsTable caption={`${parts.others.title}: ${parts.coefficients.title}`} variables={variables} />
      </Fold>
    </ReportSection>
  )
}
