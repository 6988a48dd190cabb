import type { ReactNode } from 'react'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { methodsParagraph } from '@/lib/formats/agreement-report-methods'
import { codeNames } from '@/lib/plots/report-figures'
import { alphaOfCodes } from '@/lib/plots/report-plots'
import { Notice } from '../ui/notice'
import { AttributesSection } from './attributes-section'
import { CodersSection } from './coders-section'
import { CoefficientsTable } from './coefficients-table'
import { ConfusionFigure } from './confusion-figure'
import { DocumentsSection } from './documents-section'
import { DriftSection } from './drift-section'
import { FigureTable } from './figure-table'
import { Fold } from './fold'
import { LadderSection } from './ladder-section'
import { MethodsParagraph } from './methods-paragraph'
import { OthersSection } from './others-section'
import { PairsSection } from './pairs-section'
import { PlotFigure } from './plot-figure'
import { reasonsIn } from './reasons'
import { ReportContents } from './report-contents'
import { ReportFacts } from './report-facts'
import { fileAddress } from './report-files'
import { ReportFilters } from './report-filters'
import { ReportSection } from './report-section'
import { notes, parts, reportWords as words } from './report-words'
import { ReproduceSection } from './reproduce-section'
import { SensitivitySection } from './sensitivity-section'
import { nobodySentence, summarySentence } from './summary'
import { TableCopies } from './table-copies'
import { UndefinedSection } from './undefined-section'
import { UnitizingSection } from './unitizing-section'
import { codeColumns, variableKey } from './variables-table'

/** The agreement report as a page: one sentence, the forest plot and Table 1 first, everything else below. */
export function StudyReport({ report }: { report: StudyAgreement }) {
  const isEmpty = report.header.documents === 0
  const sections = isEmpty ? [] : sectionsOf(report)
  return (
    <article>
      <p className="mb-6 max-w-3xl text-pretty font-serif text-2xl leading-snug">
        {isEmpty ? nobodySentence(report) : summarySentence(report)}
      </p>
      <Warnings report={report} />
      <ReportFilters report={report} />
      {!isEmpty && <CodesSection report={report} />}
      {sections.length > 0 && <ReportContents parts={sections.map(({ part }) => part)} />}
      {sections.map(({ part, content }) => (
        <div key={part.id} className="contents">
          {content}
        </div>
      ))}
    </article>
  )
}

/** The first sentence of an empty report says what the warning of no overlap says. */
function Warnings({ report: { warnings, header } }: { report: StudyAgreement }) {
  const shown = warnings.filter(({ kind }) => kind !== 'no_overlap' || header.documents > 0)
  if (shown.length === 0) return null
  return (
    <div className="my-6">
      <Notice tone="warning" title={words.warnings}>
        <ul>
          {shown.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function codesOf({ variables }: StudyAgreement) {
  return variables.filter(({ kind }) => kind === 'code_presence')
}

/** The first screen: alpha of each code as a plot, then Table 1. */
function CodesSection({ report }: { report: StudyAgreement }) {
  const codes = codesOf(report)
  return (
    <>
      <PlotFigure drawing={alphaOfCodes(codes)} file="alpha" note={notes.forest} />
      <ReportSection part={parts.codes}>
        <FigureTable caption={parts.codes.title} rows={codes} columns={codeColumns} keyOf={variableKey} />
        <TableCopies report={report} />
        <Fold title={parts.coefficients.title}>
          <CoefficientsTable caption={parts.coefficients.title} variables={codes} />
        </Fold>
      </ReportSection>
    </>
  )
}

interface Section {
  part: { id: string; title: string }
  content: ReactNode
  /** Whether there is anything to show: no section is shown empty. */
  isThere: boolean
}

/** The sections below the first screen, in the order of a methods reader's questions. */
function sectionsOf(report: StudyAgreement): Section[] {
  const { variables, unitizing, ladder, attributes, confusions, marginals, withoutCoder, sensitivity } = report
  const codes = codesOf(report)
  const others = variables.filter(({ kind }) => kind !== 'code_presence')
  const drift = report.drift.filter(({ points }) => points.length > 0)
  const reasons = reasonsIn(report)
  const nameOf = codeNames(report)
  const byDocument = fileAddress(report.study.id, report.filters, { format: 'csv', table: 'irr_by_doc' })
  const sections: Section[] = [
    { part: parts.facts, content: <ReportFacts report={report} />, isThere: true },
    { part: parts.others, content: <OthersSection variables={others} />, isThere: others.length > 0 },
    {
      part: parts.unitizing,
      content: <UnitizingSection unitizing={unitizing} />,
      isThere: unitizing.families.length + unitizing.codes.length > 0,
    },
    { part: parts.ladder, content: <LadderSection ladder={ladder} />, isThere: ladder.length > 0 },
    { part: parts.attributes, content: <AttributesSection attributes={attributes} />, isThere: attributes.length > 0 },
    {
      part: parts.confusions,
      content: <ConfusionsSection report={report} nameOf={nameOf} />,
      isThere: confusions.some(({ values }) => values.length > 1),
    },
    {
      part: parts.pairs,
      content: <PairsSection codes={codes} />,
      isThere: codes.some(({ kappa }) => kappa.pairs.length > 0),
    },
    {
      part: parts.coders,
      content: <CodersSection marginals={marginals} withoutCoder={withoutCoder} nameOf={nameOf} />,
      isThere: marginals.length + withoutCoder.length > 0,
    },
    { part: parts.drift, content: <DriftSection drift={drift} />, isThere: drift.length > 0 },
    {
      part: parts.byDocument,
      content: <DocumentsSection documents={report.byDocument} nameOf={nameOf} file={byDocument} />,
      isThere: report.byDocument.some((document) => document.codes.length > 0),
    },
    { part: parts.sensitivity, content: <SensitivitySection rows={sensitivity} />, isThere: sensitivity.length > 0 },
    { part: parts.methods, content: <MethodsSection report={report} />, isThere: true },
    { part: parts.undefined, content: <UndefinedSection reasons={reasons} />, isThere: reasons.length > 0 },
    { part: parts.reproduce, content: <ReproduceSection report={report} />, isThere: true },
  ]
  return sections.filter(({ isThere }) => isThere)
}

function ConfusionsSection({ report, nameOf }: { report: StudyAgreement; nameOf: (code: string) => string }) {
  return (
    <ReportSection part={parts.confusions} note={notes.confusions}>
      {report.confusions
        .filter(({ values }) => values.length > 1)
        .map((confusion) => (
          <div key={confusion.family} className="mb-8">
            <h3 className="mb-2 break-after-avoid font-semibold">{confusion.label}</h3>
            <ConfusionFigure
              title={`${confusion.label}: codes of two coders`}
              table={confusion}
              file={`confusion-${confusion.family}`}
              nameOf={nameOf}
            />
          </div>
        ))}
    </ReportSection>
  )
}

function MethodsSection({ report }: { report: StudyAgreement }) {
  return (
    <ReportSection part={parts.methods} note={notes.methods}>
      <MethodsParagraph text={methodsParagraph(report)} />
    </ReportSection>
  )
}
