import { countWhile } from '@/lib/count-while'
import type { RailMark } from './rail-layout'

/** A stretch of the page, in pixels below its top. */
export interface Stretch {
  from: number
  to: number
}

/** The first of the sections, which follow each other down the page, whose end lies below a height; their number if none. */
function firstBelow(sections: HTMLCollection, height: number): number {
  return countWhile(sections.length, (i) => (sections[i]?.getBoundingClientRect().bottom ?? 0) < height)
}

/** The lines that lie on a stretch at least in part; heights on the screen. */
function* linesOn(text: Element, top: number, bottom: number): Generator<Element> {
  for (let at = firstBelow(text.children, top); at < text.children.length; at += 1) {
    const section = text.children[at]
    if (!section || section.getBoundingClientRect().top > bottom) return
    for (const line of section.children) {
      const place = line.getBoundingClientRect()
      if (place.bottom >= top && place.top <= bottom) yield line
    }
  }
}

/**
 * Where which annotations are drawn on a stretch of the page. What lies outside is not looked at: a browser that has not
 * laid it out yet would have to.
 */
export function marksOn(page: HTMLElement, { from, to }: Stretch): ReadonlyMap<string, RailMark> {
  const text = page.querySelector('.desk-text')
  const marks = new Map<string, RailMark>()
  if (!text) return marks
  const origin = page.getBoundingClientRect().top
  for (const line of linesOn(text, origin + from, origin + to)) {
    for (const element of line.querySelectorAll<HTMLElement>('mark[data-annotation]')) {
      const { annotation: id } = element.dataset
      const { top, bottom } = element.getBoundingClientRect()
      if (!id) continue
      const known = marks.get(id)
      if (known) known.bottom = Math.max(known.bottom, bottom - origin)
      else marks.set(id, { top: top - origin, bottom: bottom - origin })
    }
  }
  return marks
}
