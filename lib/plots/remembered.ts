import type { Drawing } from './svg'

type Draw<Data> = (data: Data) => Drawing | null

/** Kept in all, in UTF-16 units of the drawings and of what they were drawn from: a report has about half a million. */
const mostKept = 8_000_000

const kept = new Map<string, Drawing | null>()
let size = 0

/**
 * Draws the same data only once: many readers look at the same report, and its plots take longer than all else on its page.
 * @param name tells this way to draw from others
 * @param draw what it draws must depend on the data alone, which must be plain
 */
export function remembered<Data>(name: string, draw: Draw<Data>): Draw<Data> {
  return (data) => {
    const key = JSON.stringify([name, data])
    const known = kept.get(key)
    const drawing = known === undefined ? draw(data) : known
    forget(key)
    // The one used last stands last, and goes last.
    kept.set(key, drawing)
    size += sizeOf(key, drawing)
    for (const oldest of kept.keys()) {
      if (size <= mostKept) break
      forget(oldest)
    }
    return drawing
  }
}

function forget(key: string): void {
  const drawing = kept.get(key)
  if (drawing === undefined) return
  kept.delete(key)
  size -= sizeOf(key, drawing)
}

function sizeOf(key: string, drawing: Drawing | null): number {
  return key.length + (drawing ? drawing.wide.length + drawing.narrow.length : 0)
}
