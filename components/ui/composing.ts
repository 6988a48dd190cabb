/**
 * Whether a stroke belongs to an input method that is composing characters: it chooses among them, and is nobody's
 * command. Safari ends the composition just before it tells of the Enter that ended it, and leaves only the number 229.
 */
export function isComposing({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229
}
