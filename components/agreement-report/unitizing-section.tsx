import type {
  CodeUnitizing,
  FamilyUnitizing,
  UnitizingSection as Unitizing,
} from '@/lib/agreement/report/agreement-report'
import { matchRules } from '@/lib/agreement/report/document-statistics'
import { percentText } from '@/lib/formats/agreement-report/numbers'
import { offsetsTable, unitizingTable } from '@/lib/formats/agreement-report/unitizing-csv'
import { offsetClasses } from '@/lib/plots/boundaries'
import { boundariesOfCodes } from '@/lib/plots/report-plots'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count, Percent, WithInterval } from './figures'
import { PlotFigure } from './plot-figure'
import { ReportSection } from './report-section'
import { matchRuleNames, notes, parts, reportWords as words } from './report-words'

const familyColumns: FigureColumn<FamilyUnitizing>[] = [
  { heading: words.family, cell: ({ label }) => label },
  { heading: '|uα [95 % CI]', cell: ({ boundaries: it }) => <WithInterval estimate={it} interval={it.interval} /> },
  { heading: 'uα [95 % CI]', cell: ({ unitizing: it }) => <WithInterval estimate={it} interval={it.interval} /> },
  { heading: 'cuα [95 % CI]', cell: ({ coding: it }) => <WithInterval estimate={it} interval={it.interval} /> },
  { heading: 'cuα coverage, %', cell: ({ coding }) => <Coverage value={coding.coverage} /> },
  { heading: words.annotations, cell: ({ annotations }) => <Count value={annotations} /> },
  { heading: 'United', cell: ({ united }) => <Count value={united} /> },
  { heading: 'Documents with stacked codes', cell: ({ stackedDocuments }) => <Count value={stackedDocuments} /> },
]

const codeColumns: FigureColumn<CodeUnitizing>[] = [
  { heading: words.code, cell: ({ label }) => label },
  { heading: '|uα [95 % CI]', cell: ({ boundaries: it }) => <WithInterval estimate={it} interval={it.interval} /> },
  { heading: '(k)uα', cell: ({ withinFamily }) => <Coefficient estimate={withinFamily} /> },
  { heading: '(k)uα coverage, %', cell: ({ withinFamily }) => <Coverage value={withinFamily.coverage} /> },
  { heading: 'Character α', cell: ({ characterAlpha }) => <Coefficient estimate={characterAlpha} /> },
  ...matchRules.map((rule) => ({
    heading: matchRuleNames[rule],
    cell: ({ f1 }: CodeUnitizing) => <Coefficient estimate={f1[rule]} />,
  })),
  { heading: 'Match rate, %', cell: ({ matchRate }) => <Percent estimate={matchRate} /> },
  { heading: words.annotations, cell: ({ annotations }) => <Count value={annotations} /> },
  { heading: 'United', cell: ({ united }) => <Count value={united} /> },
]

/** How well coders agree on where spans begin and end: per family, per code, and in characters. */
export function UnitizingSection({ unitizing: { families, codes } }: { unitizing: Unitizing }) {
  return (
    <ReportSection part={parts.unitizing} note={notes.unitizing}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {families.length > 0 && (
          <FigureTable
            caption="Families"
            rows={families}
            columns={familyColumns}
            file={unitizingTable.file}
            keyOf={({ key }) => key}
          />
        )}
        {codes.length > 0 && (
          <FigureTable
            caption="Codes"
            rows={codes}
            columns={codeColumns}
            file={unitizingTable.file}
            keyOf={({ key }) => key}
          />
        )}
        <Boundaries codes={codes} />
      </div>
    </ReportSection>
  )
}

function Coverage({ value }: { value: number | null }) {
  return value === null ? null : <data value={value}>{percentText(value)}</data>
}

/** How far apart boundaries lie; nothing where no annotation has a partner. */
function Boundaries({ codes }: { codes: readonly CodeUnitizing[] }) {
  return (
    <PlotFigure
      drawing={boundariesOfCodes(codes)}
      file="boundaries"
      note={notes.boundaries}
      table={<OffsetsTable codes={codes} />}
    />
  )
}

function OffsetsTable({ codes }: { codes: readonly CodeUnitizing[] }) {
  const rows = codes.flatMap(({ key, label, starts, ends }) => [
    { key: `${key} starts`, label: `${label}, starts`, classes: offsetClasses(starts) },
    { key: `${key} ends`, label: `${label}, ends`, classes: offsetClasses(ends) },
  ])
  const columns: FigureColumn<(typeof rows)[number]>[] = [
    { heading: 'Code points apart', cell: ({ label }) => label },
    ...offsetClasses([]).map(({ label }, place) => ({
      heading: label,
      cell: ({ classes }: (typeof rows)[number]) => <Count value={classes[place]?.count ?? 0} />,
    })),
  ]
  return (
    <FigureTable
      caption="How far apart boundaries lie"
      rows={rows}
      columns={columns}
      file={offsetsTable.file}
      keyOf={({ key }) => key}
    />
  )
}
