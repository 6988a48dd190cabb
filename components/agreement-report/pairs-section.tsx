import type { PairAgreement, VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { pairwiseTable } from '@/lib/formats/agreement-report/pairwise-csv'
import { alphaOfPairs } from '@/lib/plots/report-plots'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count, Percent } from './figures'
import { PlotFigure } from './plot-figure'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'

type Row = PairAgreement & { key: string; label: string }

const columns: FigureColumn<Row>[] = [
  { heading: words.code, cell: ({ label }) => label },
  { heading: words.pair, isWords: true, cell: ({ coders }) => coders.join(' – ') },
  { heading: words.alpha, cell: ({ alpha }) => <Coefficient estimate={alpha} /> },
  { heading: 'Cohen’s κ', cell: ({ kappa }) => <Coefficient estimate={kappa} /> },
  { heading: words.percent, cell: ({ percent }) => <Percent estimate={percent} /> },
  { heading: words.units, cell: ({ units }) => <Count value={units} /> },
]

/** How far each two coders agree on each code. */
export function PairsSection({ codes }: { codes: readonly VariableAgreement[] }) {
  const rows = codes.flatMap(({ key, label, kappa }) =>
    kappa.pairs.map((pair) => ({ ...pair, label, key: `${key} ${pair.coders.join(' ')}` })),
  )
  const drawings = alphaOfPairs(codes)
  const table = (
    <FigureTable
      caption={parts.pairs.title}
      rows={rows}
      columns={columns}
      file={pairwiseTable.file}
      keyOf={({ key }) => key}
    />
  )
  return (
    <ReportSection part={parts.pairs} note={notes.pairs}>
      {drawings.map((drawing, place) => (
        <PlotFigure
          key={drawing.title}
          drawing={drawing}
          file={place === 0 ? 'pairs' : `pairs-${place + 1}`}
          table={place === drawings.length - 1 ? table : undefined}
        />
      ))}
    </ReportSection>
  )
}
