/** What follows what the coder did is told together with all that comes within so many milliseconds. */
const patience = 40

/** Who is told that there is something new: at once of what the coder does, together of what follows it. */
export class Listeners {
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @returns how to hear no more */
  add(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** One that refuses to be told, as a page may that draws too often in one go, is told again. */
  tellNow(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const listener of this.listeners) {
      try {
        listener()
      } catch {
        this.tellSoon()
      }
    }
  }

  /** One edit alone is kept, taken, sent and stored: drawing the desk anew for each of it would hold up the next one. */
  tellSoon(): void {
    this.timer ??= setTimeout(() => this.tellNow(), patience)
  }
}
