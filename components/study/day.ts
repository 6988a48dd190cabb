const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "4 Nov 2026": a day for reading, the same on the server and in every browser. */
export function day(date: Date): string {
  return format.format(date)
}
