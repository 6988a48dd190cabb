import type { ReliabilityReport } from '@/lib/agreement/reliability-report'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page-header'
import { CodeTable } from './code-table'
import { ForestPlot } from './forest-plot'
import { PairsTable } from './pairs-table'
import { ReportControls } from './report-controls'
import type { ReportLinks } from './report-links'
import { UndefinedNotes } from './undefined-notes'
import { method, nobodySentence, summarySentence, words } from './words'

export interface AgreementReportProps {
  report: ReliabilityReport
  links: ReportLinks
}

/** The agreement report as a page part: one sentence, the forest plot, Table 1, pairs, and how it was made. */
export function AgreementReport({ report, links }: AgreementReportProps) {
  const isEmpty = report.header.documents === 0
  return (
    <article>
      <p className="mb-6 max-w-3xl text-pretty font-serif text-2xl leading-snug">
        {isEmpty ? nobodySentence(report.header) : summarySentence(report)}
      </p>
      <Warnings report={report} />
      <ReportControls unit={report.header.unit} links={links} />
      {!isEmpty && <Figures report={report} />}
    </article>
  )
}

function Figures({ report }: { report: ReliabilityReport }) {
  return (
    <>
      <Section title={words.forestTitle}>
        <ForestPlot codes={report.codes} />
      </Section>
      <Section title={words.tableTitle}>
        <CodeTable codes={report.codes} />
        <UndefinedNotes report={report} />
      </Section>
      <Section title={words.pairsTitle} note={words.pairsNote}>
        <PairsTable codes={report.codes} />
      </Section>
      <Section title={words.howTitle}>
        <div className="max-w-2xl space-y-3">
          {method(report).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
    </>
  )
}

/** The first sentence of an empty report says what the warning of no overlap says. */
function Warnings({ report }: { report: ReliabilityReport }) {
  const warnings = report.warnings.filter(({ kind }) => kind !== 'no_overlap')
  if (warnings.length === 0) return null
  return (
    <div className="my-6">
      <Notice tone="warning" title={words.warnings}>
        <ul>
          {warnings.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
