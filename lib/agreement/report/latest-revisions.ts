import type { DocumentStatistics } from './document-statistics'
import { selectCoders } from './select-coders'

/**
 * A document that somebody recoded is compared with its first submissions and its later revisions side by side: under her
 * pseudonym stands what a coder submitted first, under this name the latest revision that she handed in. The space comes
 * before every letter and digit, so that the names are in the order of the pseudonyms.
 */
export function recodedName(coder: string): string {
  return `${coder}${mark}`
}

const mark = ' again'

/** Pseudonyms of those who recoded the document, sorted. */
export function recodersOf({ coders }: Pick<DocumentStatistics, 'coders'>): string[] {
  return coders.flatMap((name) => (name.endsWith(mark) ? [name.slice(0, -mark.length)] : []))
}

/** So that sums over documents know the same document again. */
const known = new WeakMap<DocumentStatistics, DocumentStatistics>()

/**
 * What a document contributes with the latest revision of each coder, under the pseudonym. Whoever did not recode it
 * keeps the first submission.
 */
export function latestRevisions(document: DocumentStatistics): DocumentStatistics {
  const latest = known.get(document) ?? ofLatestRevisions(document)
  known.set(document, latest)
  return latest
}

function ofLatestRevisions(document: DocumentStatistics): DocumentStatistics {
  const recoders = new Set(recodersOf(document))
  const selected = selectCoders(document, new Set(document.coders.filter((name) => !recoders.has(name))))
  const coders = selected.coders.map((name) => (name.endsWith(mark) ? name.slice(0, -mark.length) : name))
  return { ...selected, coders }
}
