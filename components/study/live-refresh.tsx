'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const gatherMilliseconds = 400

/** Changes that never pause put the reading off no longer than this. */
const longestMilliseconds = 2000

/**
 * Reads the page again when something in the study changed. The event says only that; a burst of them is one reading,
 * and a connection that came back may have missed some.
 */
export function LiveRefresh({ studyId }: { studyId: string }) {
  const router = useRouter()
  useEffect(() => {
    const events = new EventSource(`/api/studies/${studyId}/changes`)
    let timer: ReturnType<typeof setTimeout> | undefined
    let connectedBefore = false
    let waitingSince: number | undefined
    const refresh = () => {
      waitingSince = undefined
      router.refresh()
    }
    const refreshSoon = () => {
      waitingSince ??= Date.now()
      clearTimeout(timer)
      timer = setTimeout(refresh, Math.min(gatherMilliseconds, waitingSince + longestMilliseconds - Date.now()))
    }
    events.onmessage = refreshSoon
    events.onopen = () => {
      if (connectedBefore) refreshSoon()
      connectedBefore = true
    }
    return () => {
      clearTimeout(timer)
      events.close()
    }
  }, [router, studyId])
  return null
}
