import { type RefObject, useEffect, useRef } from 'react'

/** Scrolls up to the notice above the text when what it says becomes so: whoever reads far below sees it, too. */
export function useTopAtNews(scroller: RefObject<HTMLElement | null>, news: string | null): void {
  const last = useRef(news)
  useEffect(() => {
    if (scroller.current && news && news !== last.current) scroller.current.scrollTop = 0
    last.current = news
  }, [scroller, news])
}
