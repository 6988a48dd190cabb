import type { DriftSeries } from '@/lib/agreement/report/agreement-report'
import { driftTable } from '@/lib/formats/agreement-report/drift-csv'
import { alphaOverTime } from '@/lib/plots/report-plots'
import { type FigureColumn, FigureTable } from './figure-table'
import { WithInterval } from './figures'
import { PlotFigure } from './plot-figure'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'

type Row = DriftSeries['points'][number] & { key: string; label: string }

const columns: FigureColumn<Row>[] = [
  { heading: words.code, cell: ({ label }) => label },
  { heading: words.documents, cell: ({ from, to }) => `${from} to ${to}` },
  { heading: 'Last document', isWords: true, cell: ({ lastDocument }) => lastDocument },
  {
    heading: words.alphaInterval,
    cell: ({ alpha, interval }) => <WithInterval estimate={alpha} interval={interval} />,
  },
]

/** Alpha of each code over the time of coding. */
export function DriftSection({ drift }: { drift: readonly DriftSeries[] }) {
  const rows = drift.flatMap(({ code, label, points }) =>
    points.map((point) => ({ ...point, label, key: `${code} ${point.to}` })),
  )
  return (
    <ReportSection part={parts.drift} note={notes.drift}>
      <PlotFigure
        drawing={alphaOverTime(drift)}
        file="over-time"
        table={
          <FigureTable
            caption={parts.drift.title}
            rows={rows}
            columns={columns}
            file={driftTable.file}
            keyOf={({ key }) => key}
          />
        }
      />
    </ReportSection>
  )
}
