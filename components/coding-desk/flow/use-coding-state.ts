import { useState } from 'react'
import type { CoderQuestion } from '@/lib/coding/coder-question'
import type { CodingView } from '@/lib/coding/coding-view'
import type { Span } from '@/lib/text/spans'
import { askLead, setEligibility } from './requests'

/** What others decide about a coding while its desk is open: whether it is eligible, and what the leads answer. */
export interface CodingState {
  ineligible: CodingView['ineligible']
  questions: readonly CoderQuestion[]
  /** The server told the coding anew. */
  told(view: CodingView): void
  /** @throws RequestError when the question did not arrive */
  ask(id: string, about: Span, question: string): Promise<void>
  /** Says that it is not eligible, or takes that back (null). @throws RequestError when it did not arrive */
  mark(reason: string | null): Promise<void>
}

export function useCodingState(view: CodingView): CodingState {
  const [ineligible, setIneligible] = useState(view.ineligible)
  const [questions, setQuestions] = useState<readonly CoderQuestion[]>(view.questions)
  return {
    ...{ ineligible, questions },
    told(now) {
      setIneligible(now.ineligible)
      setQuestions(now.questions)
    },
    async ask(id, about, question) {
      const asked = await askLead(view.codingId, id, about, question)
      setQuestions((known) => [...known.filter((one) => one.id !== asked.id), asked])
    },
    async mark(reason) {
      setIneligible(await setEligibility(view.codingId, reason))
    },
  }
}
