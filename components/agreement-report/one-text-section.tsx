import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { countText } from '@/lib/formats/agreement-report/numbers'
import { barcodePlot } from '@/lib/plots/barcode'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count } from './figures'
import { PlotFigure } from './plot-figure'
import { filterQuery, pageAddress } from './report-files'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'

/** One document as its coders submitted it. Places are code points, the end not included. */
export interface CodedText {
  documentId: string
  title: string
  length: number
  coders: readonly { coder: string; spans: readonly { code: string; start: number; end: number }[] }[]
}

interface OneTextSectionProps {
  text: CodedText
  report: StudyAgreement
  nameOf: (code: string) => string
}

/** Where each coder marked what along one text, which the reader picks. */
export function OneTextSection({ text, report, nameOf }: OneTextSectionProps) {
  const { documentId, title, length } = text
  const rows = spanRows(text, report)
  const coders = codersIn(text, report)
  const drawn = coders.slice(0, mostCoders)
  const codes = [...new Set(rows.map(({ code }) => code))].map((code) => ({
    label: nameOf(code),
    coders: drawn.map(({ coder, spans }) => ({ coder, spans: spans.filter((span) => span.code === code) })),
  }))
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
      {codes.length === 0 ? (
        <p>{words.nothingCoded}</p>
      ) : (
        <PlotFigure
          drawing={barcodePlot(`Where each coder marked what in ${documentId}`, length, codes)}
          file={`text-${documentId}`}
          {...(coders.length > drawn.length ? { note: words.firstCoders(drawn.length, coders.length) } : {})}
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

/** With more coders than this under each code nobody can compare them. */
const mostCoders = 30

interface SpanRow {
  code: string
  coder: string
  start: number
  end: number
}

/** The coders the report is about. */
function codersIn(text: CodedText, { header }: StudyAgreement): CodedText['coders'] {
  return text.coders.filter(({ coder }) => header.coders.includes(coder))
}

/** Spans of the codes the report is about, in the order of the codes, coders and places. Two alike are one. */
function spanRows(text: CodedText, report: StudyAgreement): SpanRow[] {
  const codes = report.ladder.map(({ code }) => code)
  const rows = codes.flatMap((code) =>
    codersIn(text, report).flatMap(({ coder, spans }) =>
      spans
        .filter((span) => span.code === code)
        .toSorted((a, b) => a.start - b.start || a.end - b.end)
        .map(({ start, end }) => ({ code, coder, start, end })),
    ),
  )
  return [...new Map(rows.map((row) => [Object.values(row).join(' '), row])).values()]
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
