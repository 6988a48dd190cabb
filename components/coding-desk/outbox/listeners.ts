/** What follows what the coder did is told together with all that comes within so many milliseconds. */
const patience = 40

/** So often one that refuses to be told is told again, until there is something new. */
const mostRepetitions = 5

type Listener = () => void

function report(error: unknown): void {
  if (typeof reportError !== 'undefined') reportError(error)
}

/** Who is told that there is something new: at once of what the coder does, together of what follows it. */
export class Listeners {
  private readonly listeners = new Set<Listener>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private repetition: ReturnType<typeof setTimeout> | undefined

  /** @returns how to hear no more */
  add(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tellNow(): void {
    clearTimeout(this.timer)
    clearTimeout(this.repetition)
    this.timer = undefined
    this.tell(this.listeners, mostRepetitions)
  }

  /** One edit alone is kept, taken, sent and stored: drawing the desk anew for each of it would hold up the next one. */
  tellSoon(): void {
    this.timer ??= setTimeout(() => this.tellNow(), patience)
  }

  /** Those that refuse to be told, as a page may that draws too often in one go, are told again, and no others. */
  private tell(listeners: Iterable<Listener>, repetitions: number): void {
    const refusals = new Map<Listener, unknown>()
    for (const listener of listeners) {
      try {
        if (this.listeners.has(listener)) listener()
      } catch (error) {
        refusals.set(listener, error)
      }
    }
    if (repetitions === 0) for (const error of refusals.values()) report(error)
    else if (refusals.size > 0)
      this.repetition = setTimeout(() => this.tell(refusals.keys(), repetitions - 1), patience)
  }
}
