import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterFrame } from './after-frame'
import { focusOf } from './keyboard/focus'

/** What the browser needs to put a frame on the screen, in milliseconds. */
const frameTime = 16

/** Whatever the coder can do with the desk; none of it meets a state of before. */
const inputs = ['keydown', 'beforeinput', 'pointerdown', 'pointermove', 'mousedown', 'click'] as const

/**
 * Lets what stands beside the text wait until the text itself is on the screen: when a stroke in the text changes what
 * is drawn there, that is seen first. Before the next stroke or click the rest has caught up: this listens before the
 * keys of the desk do, as the hooks of a child component come before those of its parent.
 * @param now a state; each one is an object of its own
 * @param mayWait whether the state of before may be seen a frame longer
 * @returns the state to show beside the text
 */
export function useAfterText<State extends object>(now: State, mayWait: (now: State, before: State) => boolean): State {
  const [beside, setBeside] = useState(now)
  const latest = useRef({ now, beside })
  latest.current = { now, beside }
  const catchUp = useCallback(() => {
    if (latest.current.beside !== latest.current.now) flushSync(() => setBeside(latest.current.now))
  }, [])

  const isWaiting = now !== beside && mayWait(now, beside) && focusOf(document.activeElement) === 'text'
  useLayoutEffect(() => {
    if (now !== beside && !isWaiting) setBeside(now)
  }, [now, beside, isWaiting])

  // Counted from when the waiting began, whatever changes meanwhile; and anew for what came while catching up.
  useEffect(() => {
    void beside
    if (!isWaiting) return
    return afterFrame(catchUp, frameTime)
  }, [isWaiting, beside, catchUp])

  useEffect(() => {
    for (const input of inputs) window.addEventListener(input, catchUp, true)
    return () => {
      for (const input of inputs) window.removeEventListener(input, catchUp, true)
    }
  }, [catchUp])
  return beside
}
