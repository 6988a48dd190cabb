import type { DocumentRow } from '@/lib/agreement/report/agreement-report'
import { byLowestAlpha, type LeastAgreedDocument } from '@/lib/agreement/report/least-agreed'
import { documentsTable } from '@/lib/formats/agreement-report/documents-csv'
import { countText } from '@/lib/formats/agreement-report/numbers'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count, Percent } from './figures'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'

/** More than one can look over; the file has all. */
const mostRows = 30

interface DocumentsSectionProps {
  /** At least those on which coders agree least. */
  documents: readonly DocumentRow[]
  /** How many there are. */
  count: number
  nameOf: (code: string) => string
  /** The file with every code of every document. */
  file: string
  /** Where a document is shown with all of its coders. */
  textOf: (documentId: string) => string
}

/** The documents on which coders agree least. */
export function DocumentsSection({ documents, count, nameOf, file, textOf }: DocumentsSectionProps) {
  const rows = byLowestAlpha(documents).slice(0, mostRows)
  const columns: FigureColumn<LeastAgreedDocument>[] = [
    {
      heading: 'Document',
      cell: ({ documentId }) => (
        <a href={textOf(documentId)} className="underline underline-offset-4">
          {documentId}
        </a>
      ),
    },
    { heading: 'Lowest α', cell: ({ lowest }) => <Coefficient estimate={lowest.alpha} /> },
    { heading: 'of code', isWords: true, cell: ({ lowest }) => nameOf(lowest.code) },
    { heading: words.percent, cell: ({ lowest }) => <Percent estimate={lowest.percent} /> },
    { heading: 'Values present', cell: ({ lowest }) => <Count value={lowest.positives} /> },
    { heading: words.units, cell: ({ units }) => <Count value={units} /> },
    {
      heading: 'Coders',
      isWords: true,
      // On a phone they stand beside what one sees first: broken, they would make every row as high as they are many.
      cell: ({ coders }) => <span className="whitespace-nowrap sm:whitespace-normal">{coders.join(', ')}</span>,
    },
  ]
  return (
    <ReportSection part={parts.byDocument} note={notes.byDocument}>
      <FigureTable
        caption={parts.byDocument.title}
        rows={rows}
        columns={columns}
        file={documentsTable.file}
        keyOf={({ documentId }) => documentId}
      />
      <p className="mt-3 text-muted print:hidden">
        {count > rows.length && `${rows.length} of ${countText(count)} documents. `}
        <a href={file} download className="underline underline-offset-4">
          Every code of every document as CSV
        </a>
      </p>
    </ReportSection>
  )
}
