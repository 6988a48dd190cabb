import { useEffect, useRef } from 'react'
import type { Code } from '@/lib/coding/codebook'
import { commandOf, type DeskCommand, focusOf } from './keys'

/**
 * Listens to the keys of the desk.
 * @param isCovered whether a window lies over the desk: then the keys are the window's
 */
export function useDeskKeys(
  codes: readonly Code[],
  isCovered: boolean,
  run: (command: DeskCommand, target: EventTarget | null) => void,
): void {
  const latest = useRef({ run, codes, isCovered })
  latest.current = { run, codes, isCovered }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (latest.current.isCovered || event.isComposing) return
      const command = commandOf(event, focusOf(event.target), latest.current.codes)
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      latest.current.run(command, event.target)
    }
    // While capturing: the editor would take Enter and Delete for itself.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
