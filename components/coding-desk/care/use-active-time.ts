import { useEffect, useRef, useState } from 'react'
import { v4 as newSittingId } from 'uuid'
import { sendActiveTime } from '../outbox/requests'
import { ActiveClock } from './active-clock'

/** Told so often, in milliseconds; what is told is the total, so nothing is lost when one is not. */
const tellEvery = 60_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const

/**
 * Measures how long the coder works here, leaving out times without a sign of work, and tells the server.
 * @param isMeasured false where the coding cannot change any more
 * @returns seconds of this sitting, brought up to date once a minute
 */
export function useActiveTime(codingId: string, isMeasured: boolean): number {
  const [seconds, setSeconds] = useState(0)
  const sitting = useRef<{ id: string; clock: ActiveClock; told: number } | null>(null)
  useEffect(() => {
    if (!isMeasured) return
    sitting.current ??= { id: newSittingId(), clock: new ActiveClock(), told: 0 }
    const now = sitting.current
    const seen = () => now.clock.seen(performance.now())
    const tell = () => {
      setSeconds(now.clock.seconds)
      if (now.clock.seconds === now.told) return
      now.told = now.clock.seconds
      // A total that does not arrive is made up for by the next one.
      sendActiveTime(codingId, now.id, now.clock.seconds).catch(() => {})
    }
    const onVisibility = () => {
      if (document.visibilityState !== 'hidden') return seen()
      now.clock.left(performance.now())
      tell()
    }
    seen()
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true, capture: true })
    document.addEventListener('visibilitychange', onVisibility)
    const timer = setInterval(tell, tellEvery)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true })
      tell()
    }
  }, [codingId, isMeasured])
  return seconds
}
