import type { CodingState } from '@/lib/coding/coding-view'
import { study } from '../words/study'

const looks: Record<CodingState, string> = {
  assigned: 'text-muted',
  open: 'text-warning',
  submitted: 'text-good',
  adjudicated: 'text-good',
}

/** The sign's shape says the same as its colour: empty, half, full, a diamond. */
function Shape({ state }: { state: CodingState }) {
  if (state === 'adjudicated') return <path d="M7 0.5 13.5 7 7 13.5 0.5 7Z" fill="currentColor" />
  return (
    <>
      <circle cx="7" cy="7" r="5.25" fill={state === 'submitted' ? 'currentColor' : 'none'} stroke="currentColor" />
      {state === 'open' && <path d="M7 1.75a5.25 5.25 0 0 1 0 10.5Z" fill="currentColor" />}
    </>
  )
}

function Sign({ state }: { state: CodingState }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 14 14"
      strokeWidth="1.5"
      className={`inline-block size-3.5 align-[-0.1em] ${looks[state]}`}
    >
      <Shape state={state} />
    </svg>
  )
}

/** How far a coding is, as a sign; its word is read out and shown by the pointer. */
export function StateSign({ state }: { state: CodingState }) {
  return (
    <span title={study.states[state]}>
      <Sign state={state} />
      <span className="sr-only">{study.states[state]}</span>
    </span>
  )
}

/** The sign with its word beside it. */
export function StateMark({ state }: { state: CodingState }) {
  return (
    <span className="whitespace-nowrap">
      <span className="mr-1.5">
        <Sign state={state} />
      </span>
      {study.states[state]}
    </span>
  )
}
