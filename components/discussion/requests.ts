import type { AskedThread, CommentInput, StanceInput, ThreadStances, ThreadView } from '@/lib/coding/review/discussion'
import type { CommentView } from '@/lib/coding/review/review-view'
import { requestJson } from '@/lib/http/client'

function pathOf(studyId: string): string {
  return `/api/studies/${studyId}/threads`
}

export function requestThread(studyId: string, asked: AskedThread, signal: AbortSignal): Promise<ThreadView> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  return requestJson(`${pathOf(studyId)}?${query}`, { signal })
}

export function sendComment(studyId: string, comment: CommentInput): Promise<CommentView> {
  return requestJson(pathOf(studyId), { method: 'POST', body: comment })
}

export function sendStance(studyId: string, clusterId: string, stance: StanceInput): Promise<ThreadStances> {
  return requestJson(`/api/studies/${studyId}/clusters/${clusterId}/stances`, { method: 'POST', body: stance })
}
