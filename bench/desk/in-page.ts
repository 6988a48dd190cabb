/** What the page of the desk can be asked to measure; see watchDesk. */
export interface DeskWatch {
  /** Resolves, in ms since the navigation began, when the first mark is painted and the page takes input. */
  interactive(): Promise<number>
  /** Starts to wait for the next key. */
  arm(): void
  /** From that press of a key to the frame in which the text with its new mark is on the screen, in ms. */
  highlighted(): Promise<number>
  /** From rest at the top scrolls to the end, so many pixels in every frame. @returns how long each frame took, in ms */
  scrollThrough(pixels: number): Promise<number[]>
  /**
   * Selects the first word of a line that is brought into sight. Resolves when the panel has this heading: looked for by
   * the driver of the browser, a heading costs seconds of a page with a long text, and leaves its rubbish there.
   */
  selectIn(line: number, heading: string): Promise<void>
  /** The lines that have words. */
  lines(): number[]
}

/** Runs in the page of the desk, before its scripts, and puts a DeskWatch there. It stands alone: it is sent as text. */
export function watchDesk(): void {
  const painted = async () => {
    await new Promise(requestAnimationFrame)
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
    return performance.now()
  }
  const textOf = () => document.querySelector<HTMLElement>('.ProseMirror')
  /** Asks again and again, at most for a minute: a page that never gets there must not hold up what measures it. */
  const until = async (what: string, isThere: () => boolean, next: () => Promise<unknown>) => {
    const end = performance.now() + 60_000
    while (!isThere()) {
      if (performance.now() > end) throw new Error(`The page has no ${what}`)
      await next()
    }
  }
  let highlighted: Promise<number> = Promise.resolve(0)
  let pressed = 0
  // Before the desk's own: what that draws is seen as soon as its listener is done.
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true })
  const watch: DeskWatch = {
    async interactive() {
      const soon = () => new Promise((resolve) => setTimeout(resolve, 5))
      await until('mark', () => textOf()?.querySelector('mark') != null, soon)
      return painted()
    },
    arm() {
      highlighted = new Promise((resolve) => {
        pressed = 0
        const observer = new MutationObserver(async () => {
          if (pressed === 0) return
          observer.disconnect()
          resolve((await painted()) - pressed)
        })
        observer.observe(textOf() ?? document.body, { childList: true, subtree: true })
      })
    },
    highlighted: () => highlighted,
    async scrollThrough(pixels) {
      const scroller = document.querySelector('.desk-scroller') ?? document.documentElement
      scroller.scrollTop = 0
      // The way there is a jump, and no part of the scrolling.
      for (let settling = 0; settling < 10; settling += 1) await painted()
      return new Promise((resolve) => {
        const frames: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          frames.push(now - last)
          last = now
          const before = scroller.scrollTop
          scroller.scrollTop += pixels
          if (frames.length > 3 && scroller.scrollTop === before) resolve(frames.slice(1))
          else requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      })
    },
    async selectIn(line, heading) {
      const block = textOf()?.querySelectorAll('p')[line]
      const node = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
      if (!node) throw new Error(`The text has no words in line ${line}`)
      block.scrollIntoView({ block: 'center' })
      textOf()?.focus({ preventScroll: true })
      document.getSelection()?.setBaseAndExtent(node, 0, node, Math.min(6, node.textContent?.length ?? 0))
      const isThere = () => [...document.querySelectorAll('aside h2')].some((one) => one.textContent === heading)
      await until(`heading ${heading}`, isThere, () => new Promise(requestAnimationFrame))
    },
    lines: () =>
      [...(textOf()?.querySelectorAll('p') ?? [])].flatMap((block, line) =>
        (block.textContent?.length ?? 0) > 60 ? [line] : [],
      ),
  }
  Object.assign(window, { deskWatch: watch })
}
