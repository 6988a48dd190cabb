import type { RailMark } from './rail-layout'

/** A stretch of the page, in pixels below its top. */
export interface Stretch {
  from: number
  to: number
}

/** The first of the lines, which follow each other down the page, whose end lies below a height; their number if none. */
function firstBelow(lines: HTMLCollection, height: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.getBoundingClientRect().bottom ?? 0) < height) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where the annotations are drawn on a stretch of the page. What lies outside is not looked at: a browser that has not
 * laid it out yet would have to.
 */
export function marksOn(page: HTMLElement, { from, to }: Stretch): RailMark[] {
  const text = page.querySelector('.desk-text')
  if (!text) return []
  const origin = page.getBoundingClientRect().top
  const marks = new Map<string, RailMark>()
  for (let at = firstBelow(text.children, origin + from); at < text.children.length; at += 1) {
    const line = text.children[at]
    if (!line || line.getBoundingClientRect().top - origin > to) break
    for (const element of line.querySelectorAll<HTMLElement>('mark[data-annotation]')) {
      const { annotation: id } = element.dataset
      const { top, bottom } = element.getBoundingClientRect()
      if (!id) continue
      const known = marks.get(id)
      if (known) known.bottom = Math.max(known.bottom, bottom - origin)
      else marks.set(id, { id, top: top - origin, bottom: bottom - origin })
    }
  }
  return [...marks.values()]
}
