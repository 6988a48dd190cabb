import { useEffect, useRef } from 'react'

/**
 * Tells of a finger that touched neither an element nor the field that has the focus: on a phone it may leave the field
 * its focus all the same. A finger that scrolls touches nothing.
 * @param id of the element
 */
export function useTouchElsewhere(id: string, isWatching: boolean, onTouch: () => void): void {
  const latest = useRef(onTouch)
  latest.current = onTouch
  useEffect(() => {
    if (!isWatching) return
    const onPointerUp = ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'touch' || !(target instanceof Node) || target === document.activeElement) return
      if (!document.getElementById(id)?.contains(target)) latest.current()
    }
    document.addEventListener('pointerup', onPointerUp)
    return () => document.removeEventListener('pointerup', onPointerUp)
  }, [id, isWatching])
}
