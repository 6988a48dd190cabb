'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { progress as words } from '../words/calculator/progress'
import type { Figures } from './figures'
import type { Found } from './look'
import type { Answer, Choices } from './messages'
import { type Connect, type Connection, startWorker } from './start-worker'

interface CalculatorState {
  stage: 'empty' | 'reading' | 'computing' | 'waiting' | 'done' | 'cancelled' | 'failed'
  choices: Choices
  /** Those in use. */
  files: readonly File[]
  found?: Found | undefined
  figures?: Figures | undefined
  problem?: string | undefined
}

const usualChoices: Choices = { level: 'nominal', unit: 'character', replicates: null, seed: 1, gamma: false }
const empty: CalculatorState = { stage: 'empty', choices: usualChoices, files: [] }

/** Whether spans or lengths want the other table before anything can be computed. */
export function isIncomplete({ units, spans, lengths }: Found): boolean {
  return !units && !(spans && lengths)
}

function after(state: CalculatorState, answer: Answer): CalculatorState {
  if (answer.kind === 'problem') return { ...state, stage: 'failed', figures: undefined, problem: answer.message }
  if (answer.kind === 'figures') return { ...state, stage: 'done', figures: answer.figures }
  const stage = isIncomplete(answer.found) ? 'waiting' : 'computing'
  return { ...state, stage, found: answer.found, files: answer.files }
}

/**
 * The chosen tables and their figures. The worker is started with the page, so that choosing a table loads nothing.
 * A new task ends the one under way.
 */
export function useCalculator(connect: Connect = startWorker) {
  const [state, setState] = useState(empty)
  const connection = useRef<Connection>(undefined)
  // Kept from the first time: a default that the minifier writes in place is another function at every render.
  const connecting = useRef(connect)
  const task = useRef(0)
  const isBusy = state.stage === 'reading' || state.stage === 'computing'

  const open = useCallback(() => {
    connection.current?.end()
    connection.current = connecting.current(
      (answer) => setState((before) => (answer.id === task.current ? after(before, answer) : before)),
      () => setState((before) => ({ ...before, stage: 'failed', figures: undefined, problem: words.workerFailed })),
    )
  }, [])

  useEffect(() => {
    open()
    return () => connection.current?.end()
  }, [open])

  function run(files: readonly File[], before: readonly File[], choices: Choices) {
    if (isBusy) open()
    task.current += 1
    connection.current?.send({ id: task.current, files, before, choices })
  }

  function choose(files: readonly File[]) {
    setState((before) => ({ ...before, stage: 'reading', found: undefined, figures: undefined, problem: undefined }))
    run(files, state.files, state.choices)
  }

  /** Again, with other choices; the figures so far stay until the new ones are there. */
  function compute(choices: Choices = state.choices) {
    setState((before) => ({ ...before, stage: 'computing', choices, problem: undefined }))
    run(state.files, [], choices)
  }

  function cancel() {
    task.current += 1
    open()
    setState((before) => ({ ...before, stage: 'cancelled' }))
  }

  return { ...state, isBusy, choose, compute, cancel }
}
