const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** "4 Nov, 09:30 UTC": the same on the server and in every browser. @param iso an ISO time */
export function moment(iso: string): string {
  return `${format.format(new Date(iso))} UTC`
}
