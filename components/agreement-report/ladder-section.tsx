import type { LadderRow } from '@/lib/agreement/report/agreement-report'
import { ladderTable } from '@/lib/formats/agreement-report/ladder-csv'
import { alphaOfUnits } from '@/lib/plots/report-plots'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count, Percent, WithInterval } from './figures'
import { PlotFigure } from './plot-figure'
import { ReportSection } from './report-section'
import { levelNames, notes, parts, reportWords as words } from './report-words'

type Level = LadderRow['levels'][number] & { key: string; label: string }

const columns: FigureColumn<Level>[] = [
  { heading: words.code, cell: ({ label }) => label },
  { heading: words.unit, isWords: true, cell: ({ level }) => levelNames[level] },
  {
    heading: words.alphaInterval,
    cell: ({ alpha, interval }) => <WithInterval estimate={alpha} interval={interval} />,
  },
  { heading: words.units, cell: ({ units }) => <Count value={units} /> },
  { heading: words.prevalence, cell: ({ prevalence }) => <Percent estimate={prevalence} /> },
]

/** Alpha of each code from characters to documents. */
export function LadderSection({ ladder }: { ladder: readonly LadderRow[] }) {
  const rows = ladder.flatMap(({ code, label, levels }) =>
    levels.map((level) => ({ ...level, label, key: `${code} ${level.level}` })),
  )
  return (
    <ReportSection part={parts.ladder} note={notes.ladder}>
      <PlotFigure
        drawing={alphaOfUnits(ladder)}
        file="unit-ladder"
        table={
          <FigureTable
            caption={parts.ladder.title}
            rows={rows}
            columns={columns}
            file={ladderTable.file}
            keyOf={({ key }) => key}
          />
        }
      />
    </ReportSection>
  )
}
