import type { ReportHeader } from './agreement-report'
import type { ReportGrounds } from './grounds'

/** What the figures of a report rest on. */
export function reportHeader({ request, documents, coders, draws }: ReportGrounds): ReportHeader {
  return {
    unit: request.unit,
    basis: 'independent submissions, revision 0',
    intervalMethod: 'percentile bootstrap over documents',
    confidence: 0.95,
    seed: request.seed,
    replicates: draws.replicates,
    strata: draws.strata,
    coders: [...coders],
    documents: documents.length,
    documentsLeftOut: request.documents.length - documents.length,
    codingsOfOtherVersions: request.codingsOfOtherVersions ?? 0,
  }
}
