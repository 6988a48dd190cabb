import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { type CodedText, type SpanRow, spanRows } from '@/lib/formats/agreement-report/coded-text'
import { countText } from '@/lib/formats/agreement-report/numbers'
import { spansOfText } from '@/lib/plots/text-plots'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count } from './figures'
import { PlotFigure } from './plot-figure'
import { filterQuery, pageAddress } from './report-files'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'

interface OneTextSectionProps {
  text: CodedText
  report: StudyAgreement
  nameOf: (code: string) => string
}

/** Where each coder marked what along one text, which the reader picks. */
export function OneTextSection({ text, report, nameOf }: OneTextSectionProps) {
  const { documentId, title, length } = text
  const rows = spanRows(text, report)
  const columns: FigureColumn<SpanRow>[] = [
    { heading: words.code, cell: ({ code }) => nameOf(code) },
    { heading: words.coder, isWords: true, cell: ({ coder }) => coder },
    { heading: 'From', cell: ({ start }) => <Count value={start} /> },
    { heading: 'To', cell: ({ end }) => <Count value={end} /> },
  ]
  return (
    <ReportSection part={parts.text} note={notes.text}>
      <Picker report={report} documentId={documentId} />
      <p className="mt-6 mb-3">
        <span className="font-semibold">{documentId}</span> <bdi>{title}</bdi>{' '}
        <span className="text-muted">{countText(length)} characters</span>
      </p>
      {rows.length === 0 ? (
        <p>{words.nothingCoded}</p>
      ) : (
        <PlotFigure
          drawing={spansOfText(text, report, nameOf)}
          file={`text-${documentId}`}
          table={
            <FigureTable
              caption={documentId}
              rows={rows}
              columns={columns}
              file="annotations.csv"
              keyOf={(row) => Object.values(row).join(' ')}
            />
          }
        />
      )}
    </ReportSection>
  )
}

/** Picks a document by an address, keeping what the report is about: from a list, or by its name where there are too many. */
function Picker({ report, documentId }: { report: StudyAgreement; documentId: string }) {
  const { study, filters, header, byDocument } = report
  const field = { label: 'Document', name: 'document', defaultValue: documentId }
  return (
    <form
      method="get"
      action={`${pageAddress(study.id, {})}#${parts.text.id}`}
      className="flex flex-wrap items-end gap-3 print:hidden"
    >
      {[...filterQuery(filters)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {header.documents > byDocument.length ? (
        <TextField {...field} />
      ) : (
        <SelectField {...field}>
          {byDocument.map((document) => (
            <option key={document.documentId}>{document.documentId}</option>
          ))}
        </SelectField>
      )}
      <Button type="submit">Show this text</Button>
    </form>
  )
}
