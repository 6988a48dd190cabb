import type { IssueInput } from '@/lib/coding/review/codebook-issue'
import type { DecideInput } from '@/lib/coding/review/decision'
import type { ClusterView, DecisionView, ReviewQueue } from '@/lib/coding/review/review-view'
import { requestJson } from '@/lib/http/client'
import { filterQuery, type QueueFilters } from '../../review-queue/filters'

const study = (studyId: string) => `/api/studies/${encodeURIComponent(studyId)}`

/** One cluster as it stands now, with its neighbours under the filters. */
export function readCluster(studyId: string, clusterId: string, filters: QueueFilters): Promise<ClusterView> {
  return requestJson(`${study(studyId)}/clusters/${encodeURIComponent(clusterId)}${filterQuery(filters)}`)
}

/** The queue as it stands now. */
export function readQueue(studyId: string, filters: QueueFilters): Promise<ReviewQueue> {
  return requestJson(`${study(studyId)}/review${filterQuery(filters)}`)
}

/** What a decision is answered with: itself, and what comes next. */
interface Decided {
  decision: DecisionView
  next: ClusterView | null
  left: number
}

/** Decides. Sending the same decision again changes nothing. */
export function sendDecision(
  studyId: string,
  clusterId: string,
  filters: QueueFilters,
  decision: DecideInput,
): Promise<Decided> {
  const path = `${study(studyId)}/clusters/${encodeURIComponent(clusterId)}/decisions${filterQuery(filters)}`
  return requestJson(path, { method: 'POST', body: decision })
}

/** Flags what a rule of the codebook leaves open. Sending the same again changes nothing. */
export function flagIssue(studyId: string, issue: IssueInput): Promise<{ issueId: string }> {
  return requestJson(`${study(studyId)}/issues`, { method: 'POST', body: issue })
}
