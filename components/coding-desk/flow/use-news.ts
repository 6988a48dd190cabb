import { useEffect, useRef } from 'react'

/** What this desk did itself is told back to it; so soon after it there is nothing to read. */
const ownEcho = 2000

/** A desk out of sight for so long stops listening: a browser has six connections to a server, and saving needs one. */
const longHidden = 30_000

/**
 * Listens whether somebody else changed something about this coding: a lead answered a question or decided, or the coder
 * went on at another machine. A desk in the background stops after a while, and reads once when it is looked at again.
 * @param lastSaved when this desk last had everything saved, by the clock of `performance.now`
 */
export function useNews(studyId: string, codingId: string, lastSaved: () => number, read: () => void): void {
  const latest = useRef({ lastSaved, read })
  latest.current = { lastSaved, read }
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    let events: EventSource | null = null
    let hadConnection = false
    let hiding: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      if (events) return
      events = new EventSource(`/api/studies/${studyId}/changes`)
      events.onopen = () => {
        // What happened while nobody listened.
        if (hadConnection) latest.current.read()
        hadConnection = true
      }
      events.onmessage = ({ data }: MessageEvent<string>) => {
        const { about, codingId: changed } = JSON.parse(data) as { about: string; codingId?: string }
        if (about !== 'coding' || changed !== codingId) return
        if (performance.now() - latest.current.lastSaved() > ownEcho) latest.current.read()
      }
    }
    const hush = () => {
      events?.close()
      events = null
    }
    const onVisibility = () => {
      clearTimeout(hiding)
      if (document.visibilityState === 'hidden') hiding = setTimeout(hush, longHidden)
      else listen()
    }
    listen()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      clearTimeout(hiding)
      hush()
    }
  }, [studyId, codingId])
}
