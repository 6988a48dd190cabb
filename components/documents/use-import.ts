'use client'

import { useRef, useState } from 'react'
import { RequestError } from '@/lib/http/client'
import { type ImportOutcome, sendDocuments } from './send-documents'

interface ImportState {
  files: File[]
  doing: 'nothing' | 'checking' | 'importing'
  /** What would happen to the chosen files. */
  outcome?: ImportOutcome
  problem?: string
}

const empty: ImportState = { files: [], doing: 'nothing' }

function problemOf(error: unknown): string | undefined {
  if (error instanceof RequestError) return error.message
  if (error instanceof DOMException && error.name === 'AbortError') return undefined
  throw error
}

/**
 * The files chosen for import, checked by the server at every change of the choice, and sent when asked.
 * @param onImported called when the documents are in the study
 */
export function useImport(studyId: string, onImported: () => void) {
  const [state, setState] = useState(empty)
  const request = useRef<AbortController>(undefined)

  /** A new request ends the one before: its answer would be about another choice. */
  function begin(): AbortSignal {
    request.current?.abort()
    request.current = new AbortController()
    return request.current.signal
  }

  function failed(signal: AbortSignal, error: unknown) {
    const problem = problemOf(error)
    if (!signal.aborted)
      setState(({ outcome: _, ...rest }) => ({ ...rest, doing: 'nothing', ...(problem ? { problem } : {}) }))
  }

  async function choose(files: File[]) {
    const signal = begin()
    if (files.length === 0) return setState(empty)
    setState({ files, doing: 'checking' })
    try {
      const outcome = await sendDocuments(studyId, files, { dryRun: true, signal })
      if (!signal.aborted) setState({ files, doing: 'nothing', outcome })
    } catch (error) {
      failed(signal, error)
    }
  }

  async function importAll(partial: boolean) {
    const signal = begin()
    const { files } = state
    setState((before) => ({ ...before, doing: 'importing' }))
    try {
      await sendDocuments(studyId, files, { partial, signal })
      onImported()
    } catch (error) {
      failed(signal, error)
    }
  }

  function cancel() {
    request.current?.abort()
    setState((before) => ({ ...before, doing: 'nothing' }))
  }

  return { ...state, choose, importAll, cancel }
}
