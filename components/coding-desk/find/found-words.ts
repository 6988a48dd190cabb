const names = { all: 'desk-found', current: 'desk-found-current' } as const

/** Whether this browser can paint stretches of a page without changing it. */
const canPaint = () => typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'

/** Paints what was found and, stronger, the one in hand, over the text and whatever is drawn in it. */
export function paintFound(ranges: readonly Range[], current: number): void {
  if (!canPaint()) return
  const one = ranges[current]
  CSS.highlights.set(names.all, new Highlight(...ranges))
  CSS.highlights.set(names.current, new Highlight(...(one ? [one] : [])))
}

/** Paints nothing any more. */
export function clearFound(): void {
  if (!canPaint()) return
  for (const name of Object.values(names)) CSS.highlights.delete(name)
}
