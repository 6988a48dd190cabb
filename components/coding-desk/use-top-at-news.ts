import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Scrolls an element up when it becomes about something new: what stands at its top is seen by who was far below.
 * @param news what it is about; null is nothing new
 */
export function useTopAtNews(scroller: RefObject<HTMLElement | null>, news: string | null): void {
  const last = useRef(news)
  useLayoutEffect(() => {
    if (scroller.current && news && news !== last.current) scroller.current.scrollTop = 0
    last.current = news
  }, [scroller, news])
}
