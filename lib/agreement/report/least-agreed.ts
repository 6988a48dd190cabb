import type { DocumentRow } from './agreement-report'

type CodeInDocument = DocumentRow['codes'][number]

/** A document with the code on which its coders agree least. */
export type LeastAgreedDocument = DocumentRow & { lowest: CodeInDocument }

/** Documents by their lowest defined alpha; those without any last. */
export function byLowestAlpha(documents: readonly DocumentRow[]): LeastAgreedDocument[] {
  const rows = documents.flatMap((document) => {
    const [first, ...others] = document.codes
    if (!first) return []
    return [
      { ...document, lowest: others.reduce((lowest, code) => (rank(code) < rank(lowest) ? code : lowest), first) },
    ]
  })
  return rows.toSorted((a, b) => rank(a.lowest) - rank(b.lowest))
}

/** Alpha is never above 1. */
function rank({ alpha }: CodeInDocument): number {
  return alpha.value ?? 2
}

/** So many documents a reader of the report may look over; whoever wants all takes the file. */
const mostShown = 200

/** Of very many documents those on which coders agree least, in the order in which they come. */
export function leastAgreed(documents: readonly DocumentRow[]): DocumentRow[] {
  if (documents.length <= mostShown) return [...documents]
  const shown = new Set(
    byLowestAlpha(documents)
      .slice(0, mostShown)
      .map(({ documentId }) => documentId),
  )
  return documents.filter(({ documentId }) => shown.has(documentId))
}
