import { useEffect, useRef } from 'react'

/** A desk out of sight for so long stops listening: a browser has six connections to a server. */
const longHidden = 30_000

/** What is heard of the review; ids alone. */
export interface ReviewNews {
  about: string
  documentId?: string
  clusterId?: string
}

interface NewsParts {
  studyId: string
  /** Somebody did something: perhaps the own desk, which hears of itself too. */
  heard(news: ReviewNews): void
  /** Things may have gone by unheard. */
  missed(): void
}

/**
 * Listens to what happens in the study while the desk is in sight: each piece of news says what to read again, never
 * what is new.
 */
export function useReviewNews(parts: NewsParts): void {
  const latest = useRef(parts)
  latest.current = parts
  const { studyId } = parts
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    let events: EventSource | null = null
    let hadConnection = false
    let hiding: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      if (events) return
      events = new EventSource(`/api/studies/${studyId}/changes`)
      events.onopen = () => {
        if (hadConnection) latest.current.missed()
        hadConnection = true
      }
      events.onmessage = ({ data }: MessageEvent<string>) => latest.current.heard(JSON.parse(data) as ReviewNews)
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
  }, [studyId])
}
