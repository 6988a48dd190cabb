/** Without a sign of the coder for so long, the coder is away; milliseconds. */
export const awayAfter = 90_000

/**
 * Counts the time a coder works: the gaps between two signs of work (a key, a click, a scroll) that are shorter than
 * being away. Times are milliseconds of one clock.
 */
export class ActiveClock {
  private last: number | null = null
  private total = 0

  /** A sign that the coder is at work. */
  seen(now: number): void {
    if (this.last !== null && now - this.last <= awayAfter) this.total += Math.max(0, now - this.last)
    this.last = now
  }

  /** The page was hidden: what comes next begins a new stretch. */
  left(now: number): void {
    this.seen(now)
    this.last = null
  }

  /** Whole seconds so far. */
  get seconds(): number {
    return Math.floor(this.total / 1000)
  }
}
