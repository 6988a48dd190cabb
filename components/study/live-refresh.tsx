'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const gatherMilliseconds = 400

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
    const refreshSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => router.refresh(), gatherMilliseconds)
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
