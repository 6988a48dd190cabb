import { useEffect, useRef } from 'react'

/** After the last news so long nothing is read: what this desk saved itself is told back to it too. */
const settling = 1000

/** A desk out of sight for so long stops listening: a browser has six connections to a server, and saving needs one. */
const longHidden = 30_000

interface NewsParts {
  studyId: string
  /** Whether the news of a coding are news here. */
  concerns(codingId: string): boolean
  /** How many lists this browser has saved so far: of each the desk hears like of those of others. */
  saved(): number
  /** Whether nothing of this browser is on its way. */
  isQuiet(): boolean
  read(): void
}

/**
 * Listens whether somebody else changed something about this coding: a lead answered a question or decided, or the coder
 * went on at another machine. Heard of more than was saved here, the coding is read again. A desk in the background stops
 * after a while, and reads once when it is looked at again.
 */
export function useNews(parts: NewsParts): void {
  const latest = useRef(parts)
  latest.current = parts
  const { studyId } = parts
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    let events: EventSource | null = null
    let hadConnection = false
    let hiding: ReturnType<typeof setTimeout> | undefined
    let waiting: ReturnType<typeof setTimeout> | undefined
    let heard = 0
    let savedBefore = latest.current.saved()
    const settle = () => {
      const { saved, isQuiet, read } = latest.current
      if (!isQuiet()) {
        waiting = setTimeout(settle, settling)
        return
      }
      if (heard > saved() - savedBefore) read()
      heard = 0
      savedBefore = saved()
    }
    const hear = () => {
      heard += 1
      clearTimeout(waiting)
      waiting = setTimeout(settle, settling)
    }
    const listen = () => {
      if (events) return
      events = new EventSource(`/api/studies/${studyId}/changes`)
      events.onopen = () => {
        // What happened while nobody listened.
        if (hadConnection) latest.current.read()
        hadConnection = true
      }
      events.onmessage = ({ data }: MessageEvent<string>) => {
        const { about, codingId } = JSON.parse(data) as { about: string; codingId?: string }
        if (about === 'coding' && codingId && latest.current.concerns(codingId)) hear()
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
      clearTimeout(waiting)
      hush()
    }
  }, [studyId])
}
