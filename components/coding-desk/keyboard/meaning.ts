import type { Focus } from './focus'
import type { Bound, KeyMap } from './key-map'
import { type Stroke, strokeNames } from './strokes'

/** Where the strokes of a command count. */
function reaches<On>(to: Bound<On>, focus: Focus): boolean {
  const scope = 'command' in to ? (to.command.scope ?? 'desk') : 'desk'
  if (scope === 'everywhere') return true
  if (focus === 'writing') return false
  return scope === 'desk' || focus === 'text' || focus === 'elsewhere'
}

/**
 * What a key stroke means on the desk, or null when it means nothing there and is the browser's. A field that is being
 * written in keeps all its keys but those that count everywhere; buttons and choices keep Enter and Delete, choices also
 * their numbers; a menu that is open keeps every key.
 */
export function meaningOf<On>(stroke: Stroke, focus: Focus, { bound }: KeyMap<On>): Bound<On> | null {
  if (focus === 'menu' || (focus === 'choice' && /^[1-9]$/.test(stroke.key))) return null
  for (const name of strokeNames(stroke)) {
    const to = bound.get(name)
    if (to) return reaches(to, focus) ? to : null
  }
  return null
}
