import type { DocumentRow } from '@/lib/agreement/report/agreement-report'

type CodeInDocument = DocumentRow['codes'][number]

/** A document with the code on which its coders agree least. */
export type LeastAgreedDocument = DocumentRow & { lowest: CodeInDocument }

/** Documents by their lowest defined alpha; those without any last. */
export function leastAgreed(documents: readonly DocumentRow[]): LeastAgreedDocument[] {
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
