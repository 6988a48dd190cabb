import { Fragment } from 'react'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import type { CodedText } from '@/lib/formats/agreement-report/coded-text'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { alphaOfCodes } from '@/lib/plots/report-plots'
import { Fold } from '../ui/fold'
import { CoefficientsTable } from './coefficients-table'
import { FigureTable } from './figure-table'
import { PlotFigure } from './plot-figure'
import { ReportContents } from './report-contents'
import { ReportFilters } from './report-filters'
import { ReportSection } from './report-section'
import { codesOf, sectionsOf } from './report-sections'
import { PrintedWarnings, ReportWarnings } from './report-warnings'
import { notes, parts } from './report-words'
import { nobodySentence, summarySentence } from './summary'
import { TableCopies } from './table-copies'
import { codeColumns, variableKey } from './variables-table'

interface StudyReportProps {
  report: StudyAgreement
  /** The document that is looked at. */
  text?: CodedText | undefined
}

/** The agreement report as a page: one sentence, the forest plot and Table 1 first, everything else below. */
export function StudyReport({ report, text }: StudyReportProps) {
  const isEmpty = report.header.documents === 0
  const warned = { header: report.header, warnings: warningsOf(report) }
  const sections = sectionsOf(report, text).filter(({ part }) => !isEmpty || standsAlone(report, part))
  return (
    <article>
      <p className="mb-4 hidden print:block">
        <bdi>{report.study.title}</bdi>
      </p>
      <p className="mb-6 max-w-3xl text-pretty font-serif text-2xl leading-snug">
        {isEmpty ? nobodySentence(report) : summarySentence(report)}
      </p>
      <ReportWarnings report={warned} />
      <ReportFilters report={report} />
      {!isEmpty && <CodesSection report={report} />}
      {sections.length > 0 && <ReportContents parts={sections.map(({ part }) => part)} />}
      {sections.map(({ part, content }) => (
        <Fragment key={part.id}>{content}</Fragment>
      ))}
      <PrintedWarnings report={warned} />
    </article>
  )
}

/** What a report without a document of two coders still has: how somebody recoded, and why it has no other figure. */
function standsAlone({ recoded }: StudyAgreement, part: { id: string }): boolean {
  return recoded !== null && (part.id === parts.recoded.id || part.id === parts.undefined.id)
}

/** The first sentence of an empty report says what the warning of no overlap says. */
function warningsOf({ warnings, header }: StudyAgreement) {
  return warnings.filter(({ kind }) => kind !== 'no_overlap' || header.documents > 0)
}

/** The first screen: alpha of each code as a plot, then Table 1. */
function CodesSection({ report }: { report: StudyAgreement }) {
  const codes = codesOf(report)
  if (codes.length === 0) return null
  return (
    <>
      <PlotFigure drawing={alphaOfCodes(codes)} file="alpha" note={notes.forest} />
      <ReportSection part={parts.codes}>
        <FigureTable
          caption={parts.codes.title}
          rows={codes}
          columns={codeColumns}
          file={summaryTable.file}
          keyOf={variableKey}
        />
        <TableCopies report={report} />
        <Fold title={parts.coefficients.title}>
          <CoefficientsTable caption={parts.coefficients.title} variables={codes} />
        </Fold>
      </ReportSection>
    </>
  )
}
