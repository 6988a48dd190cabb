import { useEffect, useRef } from 'react'

/** What this desk did itself is told back to it; so soon after it there is nothing to read. */
const ownEcho = 2000

/**
 * Listens whether somebody else changed something about this coding: a lead answered a question or decided, or the coder
 * went on at another machine.
 * @param lastSaved when this desk last had everything saved, by the clock of `performance.now`
 */
export function useNews(studyId: string, codingId: string, lastSaved: () => number, read: () => void): void {
  const latest = useRef({ lastSaved, read })
  latest.current = { lastSaved, read }
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    const events = new EventSource(`/api/studies/${studyId}/changes`)
    let hadConnection = false
    events.onopen = () => {
      if (hadConnection) latest.current.read()
      hadConnection = true
    }
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const { about, codingId: changed } = JSON.parse(data) as { about: string; codingId?: string }
      if (about !== 'coding' || changed !== codingId) return
      if (performance.now() - latest.current.lastSaved() > ownEcho) latest.current.read()
    }
    return () => events.close()
  }, [studyId, codingId])
}
