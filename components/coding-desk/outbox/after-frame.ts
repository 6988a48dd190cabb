/** A page in the background gets no frames: then it waits no longer than this, in milliseconds. */
const longestWait = 100

/** Resolves when what was done last is on the screen. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestWait)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve, 0)
    })
  })
}
