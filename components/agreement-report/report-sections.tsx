import type { ReactNode } from 'react'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import type { CodedText } from '@/lib/formats/agreement-report/coded-text'
import { methodsParagraph } from '@/lib/formats/agreement-report/methods'
import { codeNames } from '@/lib/plots/report-figures'
import { AttributesSection } from './attributes-section'
import { CodersSection } from './coders-section'
import { ConfusionsSection } from './confusions-section'
import { DisagreementsSection } from './disagreements-section'
import { DocumentsSection } from './documents-section'
import { DriftSection } from './drift-section'
import { LadderSection } from './ladder-section'
import { MethodsParagraph } from './methods-paragraph'
import { OneTextSection } from './one-text-section'
import { OthersSection } from './others-section'
import { PairsSection } from './pairs-section'
import { reasonsIn } from './reasons'
import { RecodedSection } from './recoded-section'
import { ReportFacts } from './report-facts'
import { fileAddress, textAddress } from './report-files'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'
import { ReproduceSection } from './reproduce-section'
import { SensitivitySection } from './sensitivity-section'
import { UndefinedSection } from './undefined-section'
import { UnitizingSection } from './unitizing-section'

/** A part of the report below the first screen. */
interface Section {
  part: { id: string; title: string }
  content: ReactNode
  /** Whether there is anything to show: no section is shown empty. */
  isThere: boolean
}

/** Table 1: the presence of codes. */
export function codesOf({ variables }: StudyAgreement) {
  return variables.filter(({ kind }) => kind === 'code_presence')
}

/** The sections below the first screen, in the order of a methods reader's questions. */
export function sectionsOf(report: StudyAgreement, text?: CodedText): Section[] {
  const { variables, unitizing, ladder, attributes, confusions, disagreements, marginals } = report
  const { withoutCoder, sensitivity, recoded } = report
  const codes = codesOf(report)
  const others = variables.filter(({ kind }) => kind !== 'code_presence')
  const drift = report.drift.filter(({ points }) => points.length > 0)
  const reasons = reasonsIn(report)
  const nameOf = codeNames(report)
  const byDocument = fileAddress(report.study.id, report.filters, { format: 'csv', table: 'irr_by_doc' })
  const textOf = (documentId: string) => textAddress(report.study.id, report.filters, documentId)
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
      content: <ConfusionsSection confusions={confusions} nameOf={nameOf} />,
      isThere: confusions.some(({ values }) => values.length > 1),
    },
    {
      part: parts.disagreements,
      content: <DisagreementsSection disagreements={disagreements} />,
      isThere: disagreements.rows.some((row) => Object.keys(row.differences).length > 0),
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
      part: parts.recoded,
      content: recoded && <RecodedSection recoded={recoded} />,
      isThere: recoded !== null,
    },
    {
      part: parts.byDocument,
      content: (
        <DocumentsSection
          documents={report.byDocument}
          count={report.header.documents}
          nameOf={nameOf}
          file={byDocument}
          textOf={textOf}
        />
      ),
      isThere: report.byDocument.some((document) => document.codes.length > 0),
    },
    {
      part: parts.text,
      content: text && <OneTextSection text={text} report={report} nameOf={nameOf} />,
      isThere: text !== undefined,
    },
    { part: parts.sensitivity, content: <SensitivitySection rows={sensitivity} />, isThere: sensitivity.length > 0 },
    { part: parts.methods, content: <Methods text={methodsParagraph(report)} />, isThere: true },
    { part: parts.undefined, content: <UndefinedSection reasons={reasons} />, isThere: reasons.length > 0 },
    { part: parts.reproduce, content: <ReproduceSection report={report} />, isThere: true },
  ]
  return sections.filter(({ isThere }) => isThere)
}

function Methods({ text }: { text: string }) {
  return (
    <ReportSection part={parts.methods} note={notes.methods}>
      <MethodsParagraph text={text} />
    </ReportSection>
  )
}
