import type {
  RecodedCoder,
  RecodedVariable,
  RecodedSection as RecodedWork,
} from '@/lib/agreement/report/agreement-report'
import { changeText } from '@/lib/formats/agreement-report/numbers'
import { intraTable, recodedTable } from '@/lib/formats/agreement-report/recoded-csv'
import {
  intraNote,
  layersNote,
  recodedCoderName,
  recodedNote,
  recodedTitles,
} from '@/lib/formats/agreement-report/recoded-words'
import { groupOf } from '@/lib/formats/agreement-report/table-one'
import { Fold } from '../ui/fold'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count, Percent, WithInterval } from './figures'
import { ReportSection } from './report-section'
import { parts, reportWords as words } from './report-words'
import { variableKey } from './variables-table'

/** Work that was handed in again: coders with each other, first and latest, and each with the own first submission. */
export function RecodedSection({ recoded }: { recoded: RecodedWork }) {
  const { variables, coders } = recoded
  return (
    <ReportSection part={parts.recoded} note={recodedNote(recoded)}>
      {variables.length > 0 && (
        <>
          <h3 className="break-after-avoid font-semibold">{recodedTitles.variables}</h3>
          <p className="mb-3 max-w-2xl text-muted">{layersNote}</p>
          <Layers variables={variables} />
        </>
      )}
      {coders.length > 0 && (
        <>
          <h3 className="mt-8 break-after-avoid font-semibold">{recodedTitles.coders}</h3>
          <p className="mb-3 max-w-2xl text-muted">{intraNote}</p>
          <IntraCoderTable coders={coders} />
        </>
      )}
    </ReportSection>
  )
}

const layerColumns: FigureColumn<RecodedVariable>[] = [
  { heading: words.variable, cell: ({ label }) => label },
  {
    heading: 'α first [95 % CI]',
    cell: ({ first }) => <WithInterval estimate={first.alpha} interval={first.interval} />,
  },
  {
    heading: 'α latest [95 % CI]',
    cell: ({ latest }) => <WithInterval estimate={latest.alpha} interval={latest.interval} />,
  },
  { heading: 'Change', cell: ({ change }) => change !== null && <data value={change}>{changeText(change)}</data> },
  { heading: '%\u00a0first', cell: ({ first }) => <Percent estimate={first.percent} /> },
  { heading: '%\u00a0latest', cell: ({ latest }) => <Percent estimate={latest.percent} /> },
  { heading: 'n\u00a0first', cell: ({ first }) => <Count value={first.units} /> },
  { heading: 'n\u00a0latest', cell: ({ latest }) => <Count value={latest.units} /> },
]

/** The presence of codes; the other variables are many, and open below. */
function Layers({ variables }: { variables: readonly RecodedVariable[] }) {
  const codes = variables.filter(({ kind }) => kind === 'code_presence')
  const others = variables.filter(({ kind }) => kind !== 'code_presence')
  const about = { columns: layerColumns, file: recodedTable.file, keyOf: variableKey }
  return (
    <>
      {codes.length > 0 && <FigureTable caption={recodedTitles.variables} rows={codes} {...about} />}
      {others.length > 0 && (
        <Fold title={recodedTitles.others}>
          <FigureTable
            caption={`${recodedTitles.variables}: ${recodedTitles.others}`}
            rows={others}
            groupOf={groupOf}
            {...about}
          />
        </Fold>
      )}
    </>
  )
}

type IntraRow = RecodedCoder['codes'][number] & { of: RecodedCoder }

const intraColumns: FigureColumn<IntraRow>[] = [
  { heading: words.code, cell: ({ label }) => label },
  {
    heading: words.alphaInterval,
    cell: ({ alpha, interval }) => <WithInterval estimate={alpha} interval={interval} />,
  },
  { heading: words.percent, cell: ({ percent }) => <Percent estimate={percent} /> },
  { heading: words.units, cell: ({ units }) => <Count value={units} /> },
]

function IntraCoderTable({ coders }: { coders: readonly RecodedCoder[] }) {
  return (
    <FigureTable
      caption={recodedTitles.coders}
      rows={coders.flatMap((of) => of.codes.map((row): IntraRow => ({ ...row, of })))}
      columns={intraColumns}
      file={intraTable.file}
      keyOf={({ of, code }) => `${of.coder} ${code}`}
      groupOf={({ of }) => recodedCoderName(of)}
    />
  )
}
