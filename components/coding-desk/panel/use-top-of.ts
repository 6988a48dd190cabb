import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Of an element that scrolls: it begins at its top whenever it is about something else. */
export function useTopOf(subject: string | null): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (subject && element.current) element.current.scrollTop = 0
  }, [subject])
  return element
}
