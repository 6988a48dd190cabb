'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { hearOfStudy } from './study-news'

const gatherMilliseconds = 400

/** Changes that never pause put the reading off no longer than this. */
const longestMilliseconds = 2000

interface LiveRefreshProps {
  studyId: string
  /** What shows nothing of the review need not be read again at each decision and comment. */
  without?: readonly ('review' | 'discussion')[]
}

/**
 * Reads the page again when something in the study changed. The event says only that; a burst of them is one reading,
 * and a connection that came back may have missed some.
 */
export function LiveRefresh({ studyId, without = [] }: LiveRefreshProps) {
  const router = useRouter()
  const ignored = useRef<readonly string[]>(without)
  ignored.current = without
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let waitingSince: number | undefined
    const refresh = () => {
      waitingSince = undefined
      router.refresh()
    }
    const hush = hearOfStudy(studyId, ({ about }) => {
      if (ignored.current.includes(about)) return
      waitingSince ??= Date.now()
      clearTimeout(timer)
      timer = setTimeout(refresh, Math.min(gatherMilliseconds, waitingSince + longestMilliseconds - Date.now()))
    })
    return () => {
      clearTimeout(timer)
      hush()
    }
  }, [router, studyId])
  return null
}
