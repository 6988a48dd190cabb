/** What the queue can be narrowed by, as it stands in an address. */
export const filterNames = [
  'round',
  'type',
  'code',
  'pair',
  'document',
  'severity',
  'cause',
  'state',
  'assignee',
  'kind',
] as const
export type FilterName = (typeof filterNames)[number]

export type QueueFilters = Readonly<Partial<Record<FilterName, string>>>

/** The filters of an address; what is not among them, or is empty, is left out. */
export function filtersFrom(query: Readonly<Record<string, unknown>>): QueueFilters {
  const given = filterNames.flatMap((name) => {
    const value = query[name]
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : []
  })
  return Object.fromEntries(given)
}

/** Filters with some of them changed; undefined takes one away. */
export function withFilters(
  filters: QueueFilters,
  changed: Partial<Record<FilterName, string | undefined>>,
): QueueFilters {
  return filtersFrom({ ...filters, ...changed })
}

function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const query = new URLSearchParams(given).toString()
  return query && `?${query}`
}

/** Address of the queue. @param after the cursor of a further page */
export function queuePath(studyId: string, filters: QueueFilters, after?: string): string {
  return `/studies/${studyId}/review${queryOf({ ...filters, after })}`
}

/** Address of the review desk on a cluster, which remembers from where in the queue one came. */
export function reviewDeskPath(
  studyId: string,
  cluster: { id: string; documentId: string },
  filters: QueueFilters = {},
): string {
  return `/studies/${studyId}/review/${cluster.documentId}${queryOf({ cluster: cluster.id, ...filters })}`
}

/** The filters as a query of the routes of the review, with a leading question mark where there are any. */
export function filterQuery(filters: QueueFilters): string {
  return queryOf(filters)
}
