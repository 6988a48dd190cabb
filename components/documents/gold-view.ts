import type { Cause, Method, Outcome } from '@/lib/coding/review/decision'
import type { Gold } from '@/lib/coding/review/gold'

/** The gold of one document, with the decisions that it rests on by their ids. */
export interface ShownGold extends Gold {
  documentId: string
  round: { number: number; title: string }
  decisions: Record<
    string,
    { outcome: Outcome; method: Method; by: string; cause: Cause | null; rationale: string; decidedAt: string }
  >
}
