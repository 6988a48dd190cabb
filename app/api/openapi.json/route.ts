import { openApi, type PathRoutes } from '@/lib/http/openapi'
import { json } from '@/lib/http/respond'
import * as active from '../codings/[codingId]/active/route'
import * as changes from '../codings/[codingId]/changes/route'
import * as eligibility from '../codings/[codingId]/eligibility/route'
import * as open from '../codings/[codingId]/open/route'
import * as question from '../codings/[codingId]/questions/[questionId]/route'
import * as reopen from '../codings/[codingId]/reopen/route'
import * as coding from '../codings/[codingId]/route'
import * as submit from '../codings/[codingId]/submit/route'
import * as cancelAgreement from '../studies/[studyId]/agreement/[computationId]/cancel/route'
import * as agreementDocument from '../studies/[studyId]/agreement/documents/[documentId]/route'
import * as agreement from '../studies/[studyId]/agreement/route'
import * as studyChanges from '../studies/[studyId]/changes/route'
import * as decisions from '../studies/[studyId]/clusters/[clusterId]/decisions/route'
import * as cluster from '../studies/[studyId]/clusters/[clusterId]/route'
import * as stances from '../studies/[studyId]/clusters/[clusterId]/stances/route'
import * as publish from '../studies/[studyId]/codebook/publish/route'
import * as codebook from '../studies/[studyId]/codebook/route'
import * as codings from '../studies/[studyId]/codings/route'
import * as documents from '../studies/[studyId]/documents/route'
import * as entities from '../studies/[studyId]/entities/route'
import * as exportTable from '../studies/[studyId]/export/[table]/route'
import * as resolveIssue from '../studies/[studyId]/issues/[issueId]/resolve/route'
import * as issues from '../studies/[studyId]/issues/route'
import * as review from '../studies/[studyId]/review/route'
import * as undoStep from '../studies/[studyId]/review/steps/[batchId]/undo/route'
import * as steps from '../studies/[studyId]/review/steps/route'
import * as threads from '../studies/[studyId]/threads/route'
import * as studies from '../studies/route'

const routes: Record<string, PathRoutes> = {
  '/api/studies': studies,
  '/api/studies/{studyId}/documents': documents,
  '/api/studies/{studyId}/codebook': codebook,
  '/api/studies/{studyId}/codebook/publish': publish,
  '/api/studies/{studyId}/codings': codings,
  '/api/studies/{studyId}/entities': entities,
  '/api/studies/{studyId}/agreement': agreement,
  '/api/studies/{studyId}/agreement/{computationId}/cancel': cancelAgreement,
  '/api/studies/{studyId}/agreement/documents/{documentId}': agreementDocument,
  '/api/studies/{studyId}/export/{table}': exportTable,
  '/api/studies/{studyId}/threads': threads,
  '/api/studies/{studyId}/clusters/{clusterId}/stances': stances,
  '/api/studies/{studyId}/issues': issues,
  '/api/studies/{studyId}/issues/{issueId}/resolve': resolveIssue,
  '/api/studies/{studyId}/changes': studyChanges,
  '/api/studies/{studyId}/review': review,
  '/api/studies/{studyId}/review/steps': steps,
  '/api/studies/{studyId}/review/steps/{batchId}/undo': undoStep,
  '/api/studies/{studyId}/clusters/{clusterId}': cluster,
  '/api/studies/{studyId}/clusters/{clusterId}/decisions': decisions,
  '/api/codings/{codingId}': coding,
  '/api/codings/{codingId}/open': open,
  '/api/codings/{codingId}/changes': changes,
  '/api/codings/{codingId}/submit': submit,
  '/api/codings/{codingId}/reopen': reopen,
  '/api/codings/{codingId}/eligibility': eligibility,
  '/api/codings/{codingId}/active': active,
  '/api/codings/{codingId}/questions/{questionId}': question,
}

/** The routes that scripts may rely on, described from the schemas that parse their requests. */
export function GET(): Response {
  return json(openApi(routes))
}
