import { alphaReplicates } from './alpha-uncertainty'
import { collectReplicates, samplesDrawn } from './bootstrap'
import { codeAgreement, type ReportedCode } from './code-agreement'
import type { DocumentStatistics } from './document-statistics'
import type { UndefinedReason } from './estimate'
import type { ReliabilityReport, ReportHeader } from './reliability-report'
import { reportWarnings } from './report-warnings'

export interface ReportRequest {
  /** The statistics of all documents asked for, at one unit level, with the coders who submitted each. */
  documents: readonly DocumentStatistics[]
  codes: readonly ReportedCode[]
  /** Pseudonyms of all coders asked for, those without a submission included. */
  coders: readonly string[]
  unit: string
  /** Seed of the bootstrap. */
  seed: number
  /** B; 2,000 by default. */
  replicates?: number
  /** How many codings were submitted under another version of the codebook and are not among the documents. */
  codingsOfOtherVersions?: number
}

const defaultReplicates = 2000

/**
 * The agreement report: sums the documents' statistics, draws the bootstrap samples and puts every figure beside its
 * reason. The order in which documents and coders are given changes nothing.
 * @throws RangeError when a document was coded by somebody who is not among the coders
 */
export function reportAgreement(request: ReportRequest): ReliabilityReport {
  const coders = [...new Set(request.coders)].sort()
  const documents = doubleCoded(request.documents, coders)
  const resampling = { seed: request.seed, replicates: request.replicates ?? defaultReplicates }
  const replicates = alphaReplicates(
    documents,
    request.codes.map((code) => code.key),
    resampling,
  )
  const codingsOfOtherVersions = request.codingsOfOtherVersions ?? 0
  const absence = documents.length > 0 ? null : whyNothingToCompare(request.documents, codingsOfOtherVersions)
  const codes = request.codes.map((code, i) =>
    codeAgreement({ code, coders, documents, replicates: replicates[i] ?? collectReplicates([]), absence }),
  )
  const header: ReportHeader = {
    unit: request.unit,
    basis: 'independent submissions, revision 0',
    metric: 'nominal',
    intervalMethod: 'percentile bootstrap over documents',
    confidence: 0.95,
    seed: resampling.seed,
    replicates: samplesDrawn(documents.length, resampling),
    coders,
    documents: documents.length,
    documentsLeftOut: request.documents.length - documents.length,
    codingsOfOtherVersions,
  }
  const idle = coders.filter((coder) => !documents.some((document) => document.coders.includes(coder)))
  return { header, codes, warnings: reportWarnings(header, codes, idle) }
}

/** Sorted by id, so that a seed draws the same documents however they came. */
function doubleCoded(documents: readonly DocumentStatistics[], coders: readonly string[]): DocumentStatistics[] {
  const known = new Set(coders)
  for (const { documentId, coders: own } of documents) {
    const stranger = own.find((coder) => !known.has(coder))
    if (stranger) throw new RangeError(`Document ${documentId} was coded by ${stranger}, who is not in the report`)
  }
  return documents
    .filter((document) => document.coders.length >= 2)
    .sort((one, other) => (one.documentId < other.documentId ? -1 : 1))
}

/** Why no code can have a figure when no document has two coders. */
function whyNothingToCompare(
  documents: readonly DocumentStatistics[],
  codingsOfOtherVersions: number,
): UndefinedReason {
  if (codingsOfOtherVersions > 0) return 'other_version'
  return new Set(documents.flatMap((document) => document.coders)).size < 2 ? 'one_coder' : 'no_overlap'
}
