import type { CoderMarginal, LeftOutCoder } from '@/lib/agreement/report/agreement-report'
import { marginalsTable, withoutCoderTable } from '@/lib/formats/agreement-report/coders-csv'
import { changeText, countText } from '@/lib/formats/agreement-report/numbers'
import { Fold } from '../ui/fold'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count } from './figures'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'

interface CodersSectionProps {
  marginals: readonly CoderMarginal[]
  withoutCoder: readonly LeftOutCoder[]
  nameOf: (code: string) => string
}

/** How much each coder uses each code, and what agreement would be without that coder. */
export function CodersSection({ marginals, withoutCoder, nameOf }: CodersSectionProps) {
  return (
    <ReportSection part={parts.coders}>
      {marginals.length > 0 && (
        <>
          <h3 className="break-after-avoid font-semibold">How much each coder uses each code</h3>
          <p className="mb-3 max-w-2xl text-muted">{notes.marginals}</p>
          <CodeByCoder
            caption="Annotations per 1,000 words"
            cells={marginals}
            nameOf={nameOf}
            cell={Rate}
            table={marginalsTable}
          />
          <Fold title="Counts and limits">
            <MarginalsTable marginals={marginals} nameOf={nameOf} />
          </Fold>
        </>
      )}
      {withoutCoder.length > 0 && (
        <>
          <h3 className="mt-8 break-after-avoid font-semibold">α without one coder</h3>
          <p className="mb-3 max-w-2xl text-muted">{notes.without}</p>
          <CodeByCoder
            caption="α without one coder"
            cells={withoutCoder}
            nameOf={nameOf}
            cell={WithoutCoder}
            table={withoutCoderTable}
          />
        </>
      )}
    </ReportSection>
  )
}

interface CodeByCoderProps<Cell> {
  caption: string
  cells: readonly Cell[]
  nameOf: (code: string) => string
  cell: (props: Cell) => React.ReactNode
  /** The file that has all coders. */
  table: { file: string }
}

/** More columns than this are no table that can be read. */
const mostCoders = 30

/** A row per code, a column per coder. */
function CodeByCoder<Cell extends { code: string; coder: string }>(props: CodeByCoderProps<Cell>) {
  const { caption, cells, nameOf, cell: Shown, table } = props
  const codes = [...new Set(cells.map(({ code }) => code))]
  const all = [...new Set(cells.map(({ coder }) => coder))]
  const coders = all.slice(0, mostCoders)
  const placed = new Map(cells.map((cell) => [`${cell.code} ${cell.coder}`, cell]))
  const columns: FigureColumn<string>[] = [
    { heading: words.code, cell: nameOf },
    ...coders.map((coder) => ({
      heading: coder,
      cell: (code: string) => {
        const found = placed.get(`${code} ${coder}`)
        return found && <Shown {...found} />
      },
    })),
  ]
  return (
    <>
      <FigureTable caption={caption} rows={codes} columns={columns} file={table.file} keyOf={(code) => code} />
      {all.length > mostCoders && (
        <p className="mt-2 text-muted">{`The first ${mostCoders} of ${countText(all.length)} coders; all are in ${table.file}.`}</p>
      )}
    </>
  )
}

function Rate({ rate, limits }: CoderMarginal) {
  const outside = limits === null ? '' : rate > limits[1] ? 'above' : rate < limits[0] ? 'below' : ''
  return (
    <span className="whitespace-nowrap">
      {outside && (
        <span className="text-warning">
          <span aria-hidden="true">{outside === 'above' ? '▲' : '▼'} </span>
          <span className="sr-only">{outside} the limits: </span>
        </span>
      )}
      <data value={rate}>{rate.toFixed(1)}</data>
    </span>
  )
}

function WithoutCoder({ alpha, change }: LeftOutCoder) {
  return (
    <span className="whitespace-nowrap">
      <Coefficient estimate={alpha} /> {change !== null && <data value={change}>({changeText(change)})</data>}
    </span>
  )
}

const marginalFigures: FigureColumn<CoderMarginal>[] = [
  { heading: words.coder, isWords: true, cell: ({ coder }) => coder },
  { heading: words.documents, cell: ({ documents }) => <Count value={documents} /> },
  { heading: words.annotations, cell: ({ annotations }) => <Count value={annotations} /> },
  { heading: 'Words', cell: ({ words: count }) => <Count value={count} /> },
  { heading: 'Per 1,000 words', cell: ({ rate }) => <data value={rate}>{rate.toFixed(2)}</data> },
  { heading: 'Limits', cell: ({ limits }) => limits && `${limits[0].toFixed(2)} to ${limits[1].toFixed(2)}` },
]

function MarginalsTable({ marginals, nameOf }: Pick<CodersSectionProps, 'marginals' | 'nameOf'>) {
  const columns = [{ heading: words.code, cell: ({ code }: CoderMarginal) => nameOf(code) }, ...marginalFigures]
  return (
    <FigureTable
      caption={parts.coders.title}
      rows={marginals}
      columns={columns}
      file={marginalsTable.file}
      keyOf={({ code, coder }) => `${code} ${coder}`}
    />
  )
}
