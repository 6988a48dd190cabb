import type { Code } from '@/lib/coding/codebook'

/** What a key asks the desk to do. */
export type DeskCommand =
  | { do: 'undo' | 'redo' | 'previous' | 'next' | 'delete' | 'enter' | 'escape' | 'keys' }
  | { do: 'code'; code: Code }

/** Where the focus is, as far as it decides what a key means. */
export type Focus = 'text' | 'writing' | 'choice' | 'button' | 'elsewhere'

/** Tells the kinds of focus apart. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('.desk-text')) return 'text'
  const input = target.closest('input, textarea, select')
  if (input) return input.matches('[type=radio], [type=checkbox]') ? 'choice' : 'writing'
  return target.closest('button, a, summary') ? 'button' : 'elsewhere'
}

type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

function withModifier({ key, shiftKey, altKey }: Stroke): DeskCommand | null {
  if (altKey) return null
  if (key.toLowerCase() === 'z') return { do: shiftKey ? 'redo' : 'undo' }
  return key.toLowerCase() === 'y' ? { do: 'redo' } : null
}

/** The code of a key; on a keyboard of another script the key in the same place counts. */
function codeOf({ key, code: place }: Stroke, codes: readonly Code[]): DeskCommand | null {
  const latin = /^[ -~]$/.test(key) ? key : (/^Key([A-Z])$/.exec(place)?.[1]?.toLowerCase() ?? '')
  const code =
    codes.find(({ shortcut }) => shortcut === key || shortcut === latin) ??
    codes.find(({ shortcut }) => shortcut === latin.toLowerCase())
  return code && latin ? { do: 'code', code } : null
}

const plain: Record<string, DeskCommand['do'] & ('previous' | 'next' | 'keys')> = {
  '[': 'previous',
  ']': 'next',
  '?': 'keys',
}

/**
 * What a key stroke means on the desk, or null when it means nothing there and is the browser's.
 * A field that is being written in keeps all its keys but Esc.
 */
export function commandOf(stroke: Stroke, focus: Focus, codes: readonly Code[]): DeskCommand | null {
  const { key } = stroke
  if (key === 'Escape') return { do: 'escape' }
  if (focus === 'writing') return null
  if (stroke.ctrlKey || stroke.metaKey) return withModifier(stroke)
  if (stroke.altKey) return null
  const isFree = focus === 'text' || focus === 'elsewhere'
  if (key === 'Delete' || key === 'Backspace') return isFree ? { do: 'delete' } : null
  if (key === 'Enter') return isFree ? { do: 'enter' } : null
  const named = plain[key]
  return named ? { do: named } : codeOf(stroke, codes)
}
