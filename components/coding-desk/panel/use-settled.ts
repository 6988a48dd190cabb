import { useDeferredValue, useRef } from 'react'
import type { Desk } from '../use-desk'

/**
 * The desk for the panel, which takes longer to draw than the text: when another annotation is taken in hand it is the
 * one of before until the text has its highlight. Everything else, as typing in the panel, is there at once.
 */
export function useSettled(desk: Desk): Desk {
  const subject = desk.selected?.id
  const settled = useDeferredValue(subject)
  const last = useRef(desk)
  if (settled === subject) last.current = desk
  return last.current
}
