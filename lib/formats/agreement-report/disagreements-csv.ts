import { disagreementNames } from '../../coding/review/disagreement-names'
import type { Column } from '../csv-lines'
import { versionColumn } from './cells'
import { disagreementLines } from './disagreement-lines'
import { agreementTable } from './table'

/** irr_disagreements.csv: in which ways coders disagree, by what it is about. */

const typeList = Object.entries(disagreementNames)
  .map(([type, name]) => `${type} ${name.toLowerCase()}`)
  .join(', ')

const columns: readonly Column[] = [
  versionColumn,
  {
    name: 'subject',
    description:
      'code; question: what is answered about the document; eligibility: whether it should be coded; all: all of these together, each once.',
  },
  { name: 'variable', description: 'Key of the code or question; NA = of neither.' },
  { name: 'type', description: `${typeList}.` },
  { name: 'n_differences', description: 'Differences of the type between two coders.' },
  {
    name: 'differences_per_1000',
    description: 'The same per 1,000 words outside boilerplate that both coders of a pair read; NA without words.',
  },
  {
    name: 'n_clusters',
    description: 'Clusters of the review that have the type; NA where coders are left out of the report.',
  },
  { name: 'clusters_per_1000', description: 'The same per 1,000 words of the documents.' },
  { name: 'n_clusters_all', description: 'Clusters about this subject, whatever their types; NA likewise.' },
  { name: 'n_clusters_agreed', description: 'Those of them on which all coders agree; NA likewise.' },
]

export const disagreementsTable = agreementTable(
  { name: 'irr_disagreements', row: 'subject and type of disagreement', columns },
  ({ codebook, disagreements }) =>
    disagreementLines(disagreements).map(({ row, type, ...line }) => [
      ...[codebook.version, row.subject, row.key === '' ? null : row.key, type],
      ...[line.differences, line.differenceRate, line.clusters, line.clusterRate],
      ...[row.clusters?.all ?? null, row.clusters?.agreed ?? null],
    ]),
)
