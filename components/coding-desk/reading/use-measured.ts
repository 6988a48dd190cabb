import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * What is measured on the page, measured again whenever the page is drawn anew or gets another size.
 * @param measure keeps its identity while it would measure the same
 */
export function useMeasured<Measure>(
  page: RefObject<HTMLElement | null>,
  measure: (page: HTMLElement) => Measure,
  drawn: unknown,
): Measure | null {
  const [measured, setMeasured] = useState<Measure | null>(null)
  const latest = useRef(measure)
  latest.current = measure
  useEffect(() => {
    void drawn
    void measure
    let frame = 0
    let timer: ReturnType<typeof setTimeout>
    const stop = () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
    // Only when the text itself is on the screen: what a key did is seen a frame earlier.
    const again = () => {
      stop()
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => page.current && setMeasured(latest.current(page.current)), 0)
      })
    }
    again()
    const observer = new ResizeObserver(again)
    if (page.current) observer.observe(page.current)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [page, measure, drawn])
  return measured
}
