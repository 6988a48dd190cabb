/** Runs in a page: resolves when the next frame has been painted, with the time then. */
export async function painted(): Promise<number> {
  await new Promise(requestAnimationFrame)
  // A message posted in a frame is handled right after that frame has been painted.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })
  return performance.now()
}

/** Runs in a page: waits, in frames, until there is an element. */
export async function untilThereIs(selector: string): Promise<void> {
  while (!document.querySelector(selector)) await new Promise(requestAnimationFrame)
}

/** An empty element that scrolls, alone in the page, when what was there before is cleaned up. */
export async function emptyPlace(): Promise<HTMLElement> {
  const place = document.createElement('div')
  place.style.cssText = 'height:100vh;overflow:auto'
  document.body.replaceChildren(place)
  await new Promise((resolve) => setTimeout(resolve, 100))
  return place
}
