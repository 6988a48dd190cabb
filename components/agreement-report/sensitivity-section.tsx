import type { SensitivityRow } from '@/lib/agreement/report/agreement-report'
import { variantNames } from '@/lib/formats/agreement-report-words'
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

/** What alpha would be under other rules of counting: a table per rule. */
export function SensitivitySection({ rows }: { rows: readonly SensitivityRow[] }) {
  const variants = [...new Set(rows.map(({ variant }) => variant))]
  return (
    <ReportSection part={parts.sensitivity} note={notes.sensitivity}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {variants.map((variant) => (
          <div key={variant}>
            <h3 className="mb-2 break-after-avoid font-semibold">{variantNames[variant]}</h3>
            <FigureTable
              caption={variantNames[variant]}
              rows={rows.filter((row) => row.variant === variant)}
              columns={columns}
              keyOf={({ code, level }) => `${code} ${level}`}
            />
          </div>
        ))}
      </div>
    </ReportSection>
  )
}
