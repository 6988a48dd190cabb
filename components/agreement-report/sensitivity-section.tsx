import type { SensitivityRow } from '@/lib/agreement/report/agreement-report'
import { sensitivityTable } from '@/lib/formats/agreement-report/sensitivity-csv'
import { variantNames } from '@/lib/formats/agreement-report/words'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count } from './figures'
import { ReportSection } from './report-section'
import { levelNames, notes, parts, reportWords as words } from './report-words'

const columns: FigureColumn<SensitivityRow>[] = [
  { heading: words.code, cell: ({ label }) => label },
  { heading: words.unit, isWords: true, cell: ({ level }) => levelNames[level] },
  { heading: 'α as reported', cell: ({ base }) => <Coefficient estimate={base} /> },
  { heading: 'α under this rule', cell: ({ alpha }) => <Coefficient estimate={alpha} /> },
  { heading: words.units, cell: ({ units }) => <Count value={units} /> },
]

/** What alpha would be under other rules of counting, rule by rule. */
export function SensitivitySection({ rows }: { rows: readonly SensitivityRow[] }) {
  return (
    <ReportSection part={parts.sensitivity} note={notes.sensitivity}>
      <FigureTable
        caption={parts.sensitivity.title}
        rows={rows}
        columns={columns}
        file={sensitivityTable.file}
        keyOf={({ variant, code, level }) => `${variant} ${code} ${level}`}
        groupOf={({ variant }) => variantNames[variant]}
      />
    </ReportSection>
  )
}
