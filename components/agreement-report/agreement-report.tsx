import type { ReliabilityReport } from '@/lib/agreement/reliability-report'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page-header'
import { CodeTable } from './code-table'
import { ForestPlot } from './forest-plot'
import { PairsTable } from './pairs-table'
import { ReportControls, type ReportLinks } from './report-controls'
import { UndefinedNotes } from './undefined-notes'
import { method, summarySentence, words } from './words'

export interface AgreementReportProps {
  report: ReliabilityReport
  links: ReportLinks
  /** The filters in force beside the unit, to be read: coders, codes, round. */
  filters?: readonly { label: string; value: string }[]
}

/** The agreement report as a page part: one sentence, the forest plot, Table 1, pairs, and how it was made. */
export function AgreementReport({ report, links, filters = [] }: AgreementReportProps) {
  if (report.header.documents === 0) {
    return <p className="max-w-2xl text-pretty font-serif text-2xl leading-snug">{words.nobody}</p>
  }
  return (
    <article>
      <p className="mb-6 max-w-3xl text-pretty font-serif text-2xl leading-snug">{summarySentence(report)}</p>
      <Warnings report={report} />
      <ReportControls unit={report.header.unit} links={links} filters={filters} />
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
    </article>
  )
}

function Warnings({ report: { warnings } }: { report: ReliabilityReport }) {
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
