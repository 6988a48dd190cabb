'use client'

import { type ReactNode, useState } from 'react'

interface KeepShownProps {
  /** The report, or null while it is computed anew. */
  report: ReactNode
  /** How far its computation is, or null. */
  waiting: ReactNode
  /** What is said of a report that is older than the data. */
  outdated: string
}

/**
 * Keeps an open report on the page while a change of the study has it computed anew: nobody loses the place, nor what is
 * being written in it.
 */
export function KeepShown({ report, waiting, outdated }: KeepShownProps) {
  const [last, setLast] = useState(report)
  if (report !== null && report !== last) setLast(report)
  return (
    <>
      {waiting}
      {waiting !== null && last !== null && <p className="my-8 text-muted">{outdated}</p>}
      {report ?? last}
    </>
  )
}
