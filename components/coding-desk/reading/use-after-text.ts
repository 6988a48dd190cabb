import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { focusOf } from '../keyboard/focus'

/** What the browser needs to put a frame on the screen, in milliseconds. */
const frameTime = 16

/** Whatever the coder can do with the desk; none of it meets a state of before. */
const inputs = ['keydown', 'beforeinput', 'pointerdown', 'mousedown', 'click'] as const

/**
 * Lets what stands beside the text wait until the text itself is on the screen: when a stroke in the text changes what
 * is drawn there, that is seen first. Before the next stroke or click the rest has caught up.
 * @param now a state; each one is an object of its own
 * @returns the state to show beside the text
 */
export function useAfterText<State extends { highlights: unknown }>(now: State): State {
  const [shown, setShown] = useState(now)
  const latest = useRef({ now, shown })
  latest.current = { now, shown }
  const catchUp = useCallback(() => {
    if (latest.current.shown !== latest.current.now) flushSync(() => setShown(latest.current.now))
  }, [])

  useLayoutEffect(() => {
    if (now === shown) return
    if (now.highlights === shown.highlights || focusOf(document.activeElement) !== 'text') {
      setShown(now)
      return
    }
    let timer: ReturnType<typeof setTimeout>
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(catchUp, frameTime)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [now, shown, catchUp])

  useEffect(() => {
    for (const input of inputs) window.addEventListener(input, catchUp, true)
    return () => {
      for (const input of inputs) window.removeEventListener(input, catchUp, true)
    }
  }, [catchUp])
  return shown
}
