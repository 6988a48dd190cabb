/** What of a keyboard event decides which stroke it is. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

/** The Latin letter of the key in this place, for keyboards of other scripts; undefined for other keys. */
function latinOf({ code }: Stroke): string | undefined {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
}

const isCharacter = (key: string) => [...key].length === 1
const isLatin = (key: string) => /^[ -~]$/.test(key)

/** Whether the keyboard writes this character with AltGr, or Alt on a Mac, as German ones do brackets. */
function isWrittenWithAlt(stroke: Stroke): boolean {
  const { key, ctrlKey, metaKey, altKey } = stroke
  if (!isLatin(key) || /[A-Za-z]/.test(key)) return false
  return stroke.getModifierState?.('AltGraph') === true || (isMac() && altKey && !ctrlKey && !metaKey)
}

/**
 * The names by which a stroke may be bound, the most exact first: "h", "Mod+Shift+z", "Alt+ArrowRight". Mod is Ctrl, or
 * Cmd on a Mac. A character carries its Shift in itself ("?", "H"); on a keyboard of another script the key in the same
 * place counts, and a capital letter also as the small one. What a keyboard writes with Alt counts as what is written.
 */
export function strokeNames(stroke: Stroke): string[] {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = stroke
  const mod = ctrlKey || metaKey
  const plain = isCharacter(key) && !mod && !altKey
  const prefix = `${mod ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && !plain ? 'Shift+' : ''}`
  const latin = isLatin(key) || !isCharacter(key) ? undefined : latinOf(stroke)
  const names = plain ? [key, latin, (latin ?? key).toLowerCase()] : [key.length === 1 ? key.toLowerCase() : key, latin]
  const named = names.flatMap((name) => (name === undefined ? [] : [prefix + name]))
  return [...new Set(isWrittenWithAlt(stroke) ? [...named, key] : named)]
}

/** Whether this computer has a Cmd key instead of Ctrl. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}

const spoken: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
}

/** A stroke as people read it: "Ctrl+Shift+Z". @param onMac Cmd stands for Mod there */
export function strokeText(name: string, onMac = isMac()): string {
  const parts = name === '+' ? ['+'] : name.split(/\+(?=.)/)
  return parts
    .map((part) => (part === 'Mod' ? (onMac ? 'Cmd' : 'Ctrl') : (spoken[part] ?? part)))
    .map((part, index) => (index > 0 && isCharacter(part) ? part.toUpperCase() : part))
    .join('+')
}
