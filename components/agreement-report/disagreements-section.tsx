import type { DisagreementSection } from '@/lib/agreement/report/agreement-report'
import { disagreementNames } from '@/lib/coding/review/disagreement-names'
import {
  clustersInWords,
  type DisagreementLine,
  disagreementLines,
} from '@/lib/formats/agreement-report/disagreement-lines'
import { disagreementsTable } from '@/lib/formats/agreement-report/disagreements-csv'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count } from './figures'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'

/** In which ways coders disagree, by code and question. */
export function DisagreementsSection({ disagreements }: { disagreements: DisagreementSection }) {
  const hasClusters = disagreements.rows.some(({ clusters }) => clusters !== null)
  return (
    <ReportSection part={parts.disagreements} note={notes.disagreements}>
      <FigureTable
        caption={parts.disagreements.title}
        rows={disagreementLines(disagreements)}
        columns={hasClusters ? [...ofDifferences, ...ofClusters] : ofDifferences}
        groupOf={({ row }) => clustersInWords(row)}
        file={disagreementsTable.file}
        keyOf={({ row, type }) => `${row.subject} ${row.key} ${type}`}
      />
      {!hasClusters && <p className="mt-2 text-muted">{notes.noClusters}</p>}
    </ReportSection>
  )
}

const ofDifferences: FigureColumn<DisagreementLine>[] = [
  { heading: 'Type', cell: ({ type }) => `${type} ${disagreementNames[type]}` },
  { heading: 'Differences', cell: ({ differences }) => <Count value={differences} /> },
  {
    heading: 'Per 1,000 words',
    key: 'difference rate',
    cell: ({ differenceRate }) => <Rate value={differenceRate} />,
  },
]

const ofClusters: FigureColumn<DisagreementLine>[] = [
  { heading: 'Clusters', cell: ({ clusters }) => clusters !== null && <Count value={clusters} /> },
  { heading: 'Per 1,000 words', key: 'cluster rate', cell: ({ clusterRate }) => <Rate value={clusterRate} /> },
]

function Rate({ value }: { value: number | null }) {
  return value === null ? null : <data value={value}>{value.toFixed(2)}</data>
}
