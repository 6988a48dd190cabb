type Work = (lock: { name: string } | null) => Promise<void>

/** The locks of a browser, as far as its specification rules what the outbox asks: Node 20 has none. */
export class WebLocks {
  private readonly last = new Map<string, Promise<void>>()

  async request(name: string, options: { signal?: AbortSignal; ifAvailable?: boolean }, work: Work): Promise<void> {
    const { signal, ifAvailable } = options
    if (signal && ifAvailable) throw new DOMException('Either a signal or ifAvailable.', 'NotSupportedError')
    if (signal?.aborted) throw signal.reason
    const before = this.last.get(name)
    if (before && ifAvailable) return work(null)
    const granted = before ? this.turn(before, signal) : Promise.resolve()
    const done = granted.then(() => work({ name }))
    const free = Promise.allSettled([before, done]).then(() => {
      if (this.last.get(name) === free) this.last.delete(name)
    })
    this.last.set(name, free)
    return done
  }

  private turn(before: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
      void before.then(resolve)
    })
  }
}
