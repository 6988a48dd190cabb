/** Keys that move the caret, the focus or the page, with whatever else is held down. */
const ofTheBrowser = /^(F\d+|Tab|Arrow\w+|Home|End|Page\w+|Escape|Enter| |ContextMenu|PrintScreen|Insert)$/

/** Letters and digits that the browser or the system uses with Ctrl or Cmd: tabs, clipboard, zoom, address, printing. */
const withMod = /^[acdfhjlnopqrstuvwxyz0-9+\-=]$/
const withAlt = /^[defv0-9]$/

/** Keys that only ever go with others. */
const modifiers = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Dead',
  'Fn',
  'Process',
])

/** Whether a key event is more than a modifier being held down. */
export function isWholeStroke({ key }: Pick<KeyboardEvent, 'key'>): boolean {
  return !modifiers.has(key)
}

/**
 * Whether a stroke belongs to the browser or the system, so that a coder who gives it to a command would lose something
 * or never see it arrive.
 * @param stroke as in strokes.ts
 */
export function isReserved(stroke: string): boolean {
  const held = /^((?:Mod\+|Alt\+|Shift\+)*)(.+)$/.exec(stroke)
  const [, modifier = '', key = ''] = held ?? []
  if (ofTheBrowser.test(key)) return true
  if (modifier.includes('Mod+')) return withMod.test(key)
  return modifier === 'Alt+' && withAlt.test(key)
}
