/** Where an edge was taken hold of: a handle lies beside the line of words that it belongs to. */
export interface Hold {
  /** Of the pointer when it took hold, in pixels down the window. */
  pointer: number
  /** Of the middle of the line of words, on the same scale. */
  line: number
}

/**
 * Which height in the text a pointer means that drags an edge. Away from the words it keeps the distance at which it
 * took hold. Towards them it means their line until it is there itself: who drags to the words means these words, and not
 * the line beyond them.
 */
export function aimOf(y: number, { pointer, line }: Hold): number {
  const isAway = pointer > line ? y >= pointer : y <= pointer
  if (isAway) return y + line - pointer
  return pointer > line ? Math.min(y, line) : Math.max(y, line)
}
