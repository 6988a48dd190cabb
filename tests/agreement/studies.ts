import { type DocumentStatistics, documentStatistics } from '@/lib/agreement/document-statistics'
import { type Category, presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { type ReportRequest, reportAgreement } from '@/lib/agreement/report'

/** One unit: what each coder of the document said of it; null = missing. */
type Unit = (Category | null)[]

/** Statistics of a document in which `coders` said for code "hero" what `units` says. */
export function coded(documentId: string, coders: string[], units: Unit[], code = 'hero'): DocumentStatistics {
  return documentStatistics({ documentId, coders, codes: [{ code, data: reliabilityData(units, presence) }] })
}

export const hero = { key: 'hero', label: 'Hero', family: 'character' }

/** A report on the code "hero" at sentences, by coders C01 and C02. */
export function report(documents: DocumentStatistics[], more: Partial<ReportRequest> = {}) {
  return reportAgreement({
    ...{ documents, codes: [hero], coders: ['C01', 'C02'], unit: 'sentence', seed: 1, replicates: 400 },
    ...more,
  })
}

/** `count` documents of two sentences each, in which both coders agree but for one sentence in every `wrongEvery`. */
export function agreeingDocuments(count: number, wrongEvery = Number.POSITIVE_INFINITY): DocumentStatistics[] {
  return Array.from({ length: count }, (_, i) => {
    const wrong = (i + 1) % wrongEvery === 0
    return coded(
      `D${String(i + 1).padStart(4, '0')}`,
      ['C01', 'C02'],
      [
        [1, wrong ? 0 : 1],
        [0, 0],
        [0, 0],
      ],
    )
  })
}
