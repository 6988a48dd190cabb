import { useEffect, useRef } from 'react'
import { hearOfStudy, type StudyNotice } from '../../study/study-news'

interface NewsParts {
  studyId: string
  /** Somebody did something: perhaps the own desk, which hears of itself too. */
  heard(notice: StudyNotice): void
  /** Things may have gone by unheard. */
  missed(): void
}

/** Listens to what happens in the study: each notice says what to read again, never what is new. */
export function useReviewNews(parts: NewsParts): void {
  const latest = useRef(parts)
  latest.current = parts
  const { studyId } = parts
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    return hearOfStudy(studyId, (notice) => {
      if (notice.about === 'everything') latest.current.missed()
      else latest.current.heard(notice)
    })
  }, [studyId])
}
