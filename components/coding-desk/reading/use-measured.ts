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
  const frame = useRef(0)
  // After the text's own effect has drawn: effects of earlier siblings run first.
  useEffect(() => {
    void drawn
    void measure
    const again = () => {
      cancelAnimationFrame(frame.current)
      frame.current = requestAnimationFrame(() => page.current && setMeasured(latest.current(page.current)))
    }
    again()
    const observer = new ResizeObserver(again)
    if (page.current) observer.observe(page.current)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame.current)
    }
  }, [page, measure, drawn])
  return measured
}
