import { documentExportId } from '../coding/export-ids'
import type { DisagreementType } from '../coding/review/cluster'
import type { Cause, DecidedGold, Method, Outcome } from '../coding/review/decision'
import { answerCell, answersCell } from './answer-cell'
import { type Cell, type Column, csvHeader, csvLines, freeText } from './csv-lines'
import { listed } from './disagreements-csv'
import { annotationExportId, clusterExportId, decisionExportId, issueExportId, stepExportId } from './review-ids'

/** adjudications.csv: one row per decision, superseded ones included. */
export const adjudicationColumns: readonly Column[] = [
  { name: 'adj_id', description: 'Id of the decision.' },
  {
    name: 'cluster_id',
    description: 'Cluster that was decided, as in disagreements.csv while its annotations are the same.',
  },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'kind', description: 'spans, variable or eligibility.' },
  { name: 'family', description: 'Family of the codes; NA when it is about the document.' },
  {
    name: 'types',
    description: 'Types of disagreement, the most severe first, joined by |; NA when all coders agreed.',
  },
  { name: 'input_revisions', description: 'Revisions that were compared, as C01:0, joined by |.' },
  {
    name: 'decision',
    description: 'accept, merge, write_new, reject_all, keep_both, send_back, or withdraw for one taken back.',
  },
  { name: 'in_force', description: '1 when gold rests on it now, else 0.' },
  { name: 'gold_ann_ids', description: 'Annotations of gold that it gives, as in gold.csv, joined by |; NA for none.' },
  {
    name: 'value',
    description:
      'Of a decision about an answer or the document: the answer, or code, nothing or not_eligible; several that are kept are joined by |, yes and no are 1 and 0; NA else. Free text, see quote in annotations.csv.',
  },
  { name: 'method', description: 'arbiter, consensus, majority, expert, rule or unanimous.' },
  { name: 'participants', description: 'Pseudonyms of coders who agreed to it, joined by |; NA for none.' },
  { name: 'arbiter', description: 'Pseudonym of who decided.' },
  { name: 'arbiter_coded_doc', description: '1 when who decided coded the document too, else 0.' },
  { name: 'names_hidden', description: '1 when who decided did not see who coded what, else 0.' },
  { name: 'cause', description: 'Why the coders differed; NA when that was not asked.' },
  { name: 'rationale', description: 'Reason for the decision. Free text, see quote in annotations.csv.' },
  {
    name: 'codebook_action',
    description: 'issue or resolved where the cluster was flagged for the codebook; NA else.',
  },
  { name: 'issue_id', description: 'Issues of the codebook that it shows, joined by |; NA for none.' },
  { name: 'cb_version', description: 'Version of the codebook by which it was decided.' },
  { name: 'decided_at', description: 'When it was decided, ISO 8601, UTC.' },
  { name: 'supersedes', description: 'Decision whose place it took; NA for the first.' },
  { name: 'step_id', description: 'Step for many clusters that it was part of; NA for one of its own.' },
]

export function adjudicationsHeader(): string {
  return csvHeader(adjudicationColumns)
}

export interface ExportedDecision {
  id: string
  clusterId: string
  kind: string
  family: string
  types: readonly DisagreementType[]
  inputRevisions: readonly { coder: string; revision: number }[]
  outcome: Outcome
  isInForce: boolean
  goldIds: readonly string[]
  gold: Pick<DecidedGold, 'value' | 'values' | 'eligibility'>
  method: Method
  participants: readonly string[]
  /** Pseudonym. */
  arbiter: string
  arbiterCoded: boolean
  namesHidden: boolean
  cause: Cause | null
  rationale: string
  issues: readonly { id: string; isResolved: boolean }[]
  codebookVersion: string
  decidedAt: Date
  supersedesId: string | null
  batchId: string | null
}

/** The lines of one document in one round, in the order in which it was decided. */
export function adjudicationLines(
  document: { number: number },
  round: { number: number },
  decisions: readonly ExportedDecision[],
): string {
  return csvLines(
    decisions.map((one) => [
      ...[decisionExportId(one.id), clusterExportId(one.clusterId), documentExportId(document.number), round.number],
      ...[one.kind, one.family || null, listed(one.types)],
      ...[listed(one.inputRevisions.map(({ coder, revision }) => `${coder}:${revision}`)), one.outcome, one.isInForce],
      ...[
        listed(one.goldIds.map(annotationExportId)),
        decidedCell(one.gold),
        one.method,
        listed(one.participants),
        one.arbiter,
      ],
      ...[one.arbiterCoded, one.namesHidden, one.cause, one.rationale === '' ? null : freeText(one.rationale)],
      ...[
        actionOf(one.issues),
        listed(one.issues.map(({ id }) => issueExportId(id))),
        one.codebookVersion,
        one.decidedAt,
      ],
      ...[one.supersedesId && decisionExportId(one.supersedesId), one.batchId && stepExportId(one.batchId)],
    ]),
  )
}

function decidedCell({ value, values, eligibility }: ExportedDecision['gold']): Cell {
  if (eligibility !== null) return eligibility
  if (values.length > 0) return answersCell(values)
  return value === null ? null : answerCell(value)
}

function actionOf(issues: ExportedDecision['issues']): string | null {
  if (issues.length === 0) return null
  return issues.every(({ isResolved }) => isResolved) ? 'resolved' : 'issue'
}
