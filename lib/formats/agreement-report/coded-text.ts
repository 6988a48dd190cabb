import type { AgreementReport } from '../../agreement/report/agreement-report'

/** One document as its coders submitted it. Places are code points, the end not included. */
export interface CodedText {
  documentId: string
  title: string
  length: number
  coders: readonly { coder: string; spans: readonly { code: string; start: number; end: number }[] }[]
}

export interface SpanRow {
  code: string
  coder: string
  start: number
  end: number
}

type AboutText = Pick<AgreementReport, 'header' | 'ladder'>

/** The coders the report is about. */
export function codersIn(text: CodedText, { header }: AboutText): CodedText['coders'] {
  return text.coders.filter(({ coder }) => header.coders.includes(coder))
}

/** Spans of the codes the report is about, in the order of the codes, coders and places. Two alike are one. */
export function spanRows(text: CodedText, report: AboutText): SpanRow[] {
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
