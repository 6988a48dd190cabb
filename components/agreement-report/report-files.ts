import type { AgreementFilters } from '@/lib/coding/agreement-request'

type Asked = { [Name in keyof AgreementFilters]?: AgreementFilters[Name] | undefined }

/** The fields of the address in their order. What is absent is all, or the study's own choice. */
const fields = ['unit', 'round', 'version', 'set', 'coders', 'codes', 'targets', 'seed', 'replicates'] as const

/** What was asked for as the query of an address: lists repeat their name, since targets may hold any separator. */
export function filterQuery(asked: Asked): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of fields) {
    const value = asked[name]
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
    for (const one of values) query.append(name, String(one))
  }
  return query
}

/** The report as a page. */
export function pageAddress(studyId: string, asked: Asked): string {
  return withQuery(`/studies/${studyId}/agreement`, filterQuery(asked))
}

/** The report as a page, at one of its documents as all coders left it. */
export function textAddress(studyId: string, asked: Asked, documentId: string): string {
  const query = filterQuery(asked)
  query.set('document', documentId)
  return `${withQuery(`/studies/${studyId}/agreement`, query)}#text`
}

/** The report as a file: with what was asked for, and with the seed and samples that were used. */
export function fileAddress(studyId: string, asked: Asked, file: Record<string, string>): string {
  const query = filterQuery(asked)
  for (const [name, value] of Object.entries(file)) query.set(name, value)
  return withQuery(`/api/studies/${studyId}/agreement`, query)
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path
}
