import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { isComposing } from '../../ui/composing'
import { focusOf } from './focus'
import type { Bound, KeyMap } from './key-map'
import { meaningOf } from './meaning'

/** The browser tells of a moved selection a little later: a quick hand has pressed the key of a code by then. */
function catchUpWithSelection(): void {
  flushSync(() => document.dispatchEvent(new Event('selectionchange')))
}

/**
 * Listens to the keys of the desk.
 * @param isCovered whether a window lies over the desk: then the keys are the window's
 */
export function useDeskKeys<On>(
  keys: KeyMap<On>,
  isCovered: boolean,
  run: (meaning: Bound<On>, target: EventTarget | null) => void,
): void {
  const latest = useRef({ run, keys, isCovered })
  latest.current = { run, keys, isCovered }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (latest.current.isCovered || isComposing(event)) return
      const meaning = meaningOf(event, focusOf(event.target), latest.current.keys)
      if (!meaning) return
      event.preventDefault()
      event.stopPropagation()
      if (focusOf(event.target) === 'text') catchUpWithSelection()
      latest.current.run(meaning, event.target)
    }
    // While capturing: the editor would take Enter and Delete for itself.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
