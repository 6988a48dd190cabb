import { useEffect, useRef } from 'react'
import { isWholeStroke } from '../keyboard/reserved'
import { strokeNames } from '../keyboard/strokes'

/**
 * Waits for one stroke, which then does nothing else.
 * @param onStroke gets its name, or null for Esc
 */
export function useNextStroke(isWaiting: boolean, onStroke: (name: string | null) => void): void {
  const latest = useRef(onStroke)
  latest.current = onStroke
  useEffect(() => {
    if (!isWaiting) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isWholeStroke(event)) return
      // Tab stays the way out for those who have no other.
      if (event.key === 'Tab') {
        latest.current(null)
        return
      }
      event.preventDefault()
      event.stopPropagation()
      latest.current(event.key === 'Escape' ? null : (strokeNames(event)[0] ?? null))
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [isWaiting])
}
