import type { CodingState } from '@/lib/coding/coding-view'
import { study } from '../words/study'

const marks: Record<CodingState, { sign: string; look: string }> = {
  assigned: { sign: '○', look: 'text-muted' },
  open: { sign: '◐', look: 'text-warning' },
  submitted: { sign: '●', look: 'text-good' },
  adjudicated: { sign: '◆', look: 'text-good' },
}

/** How far a coding is, as a sign that differs in shape as well as in colour. */
export function StateSign({ state }: { state: CodingState }) {
  const { sign, look } = marks[state]
  return (
    <span className={look}>
      <span aria-hidden="true" title={study.states[state]}>
        {sign}
      </span>
      <span className="sr-only">{study.states[state]}</span>
    </span>
  )
}

/** The sign with its word beside it. */
export function StateMark({ state }: { state: CodingState }) {
  const { sign, look } = marks[state]
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true" className={`${look} mr-1.5`}>
        {sign}
      </span>
      {study.states[state]}
    </span>
  )
}
