import type { CodingState, Ineligible } from '@/lib/coding/coding-view'
import { study } from '../words/study'

/** What is shown of a coding: how far it is, or that its text is held not eligible. */
export type ShownState = CodingState | 'ineligible'

export function shownState({ state, ineligible }: { state: CodingState; ineligible: Ineligible | null }): ShownState {
  return ineligible ? 'ineligible' : state
}

const looks: Record<ShownState, string> = {
  assigned: 'text-muted',
  open: 'text-warning',
  submitted: 'text-good',
  adjudicated: 'text-good',
  ineligible: 'text-muted',
}

/** The sign's shape says the same as its colour: empty, half, full, a diamond, a circle struck through. */
function Shape({ state }: { state: ShownState }) {
  if (state === 'adjudicated') return <path d="M7 0.5 13.5 7 7 13.5 0.5 7Z" fill="currentColor" />
  return (
    <>
      <circle cx="7" cy="7" r="5.25" fill={state === 'submitted' ? 'currentColor' : 'none'} stroke="currentColor" />
      {state === 'open' && <path d="M7 1.75a5.25 5.25 0 0 1 0 10.5Z" fill="currentColor" />}
      {state === 'ineligible' && <path d="M3.3 10.7 10.7 3.3" stroke="currentColor" />}
    </>
  )
}

function Sign({ state }: { state: ShownState }) {
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
export function StateSign({ state, reopened = false }: { state: ShownState; reopened?: boolean }) {
  const words = reopened ? `${study.states[state]}, ${study.reopened}` : study.states[state]
  return (
    <span title={words}>
      <Sign state={state} />
      <span className="sr-only">{words}</span>
    </span>
  )
}

/** The sign with its word beside it. */
export function StateMark({ state, reopened = false }: { state: ShownState; reopened?: boolean }) {
  return (
    <>
      <span className="whitespace-nowrap">
        <span className="mr-1.5">
          <Sign state={state} />
        </span>
        {study.states[state]}
      </span>
      {reopened && <span className="text-muted"> ({study.reopened})</span>}
    </>
  )
}
