/**
 * A page in the background gets no frames: then this is waited for, in milliseconds. Browsers make a second of it in a
 * hidden tab, and more after minutes there.
 */
const longestWait = 100

/**
 * Runs something when what was done last is on the screen.
 * @param later so many milliseconds after the frame began to be drawn
 * @returns what calls it off
 */
export function afterFrame(run: () => void, later = 0): () => void {
  let timer = setTimeout(run, longestWait)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(run, later)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
