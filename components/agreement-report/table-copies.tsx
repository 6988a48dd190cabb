import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { tableApa } from '@/lib/formats/agreement-report/apa'
import { tableLatex } from '@/lib/formats/agreement-report/latex'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { CopyText } from './copy-text'

/** Table 1 with every variable, for a paper or a spreadsheet. */
export function TableCopies({ report }: { report: StudyAgreement }) {
  return (
    <p className="mt-4 flex flex-wrap gap-3 print:hidden">
      <CopyText what="APA table" text={tableApa(report)}>
        Copy as APA text
      </CopyText>
      <CopyText what="LaTeX table" text={tableLatex(report)}>
        Copy as LaTeX
      </CopyText>
      <CopyText what="CSV table" text={[...summaryTable.write(report)].join('')}>
        Copy as CSV
      </CopyText>
    </p>
  )
}
