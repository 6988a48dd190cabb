import { tolerableUndefinedShare } from './bootstrap'
import type { CodeAgreement, ReportHeader, ReportWarning } from './reliability-report'

/** Below this number of documents an interval from resampling them is rough. */
const fewDocuments = 10

/** What a reader must know before reading the figures, worst first. */
export function reportWarnings(
  header: ReportHeader,
  codes: readonly CodeAgreement[],
  codersWithoutOverlap: readonly string[],
): ReportWarning[] {
  if (header.documents === 0) return [noOverlap(header)]
  return [
    ...fewDocumentsOf(header),
    ...documentsLeftOutOf(header),
    ...codersWithoutOverlap.map((coder) => ({
      kind: 'coder_without_overlap' as const,
      message: `${coder} shares no submitted document with another coder${underVersion(header)} and is in no figure.`,
    })),
    ...codes.flatMap((code) => aboutReplicates(code)),
  ]
}

/** What was submitted under another version is submitted all the same: no warning may say that it was not. */
function underVersion({ codingsOfOtherVersions }: ReportHeader): string {
  return codingsOfOtherVersions > 0 ? ' under this version of the codebook' : ''
}

function noOverlap(header: ReportHeader): ReportWarning {
  const submitted = `No document has been submitted by two coders${underVersion(header)} yet`
  return { kind: 'no_overlap', message: `${submitted}: no agreement can be computed.` }
}

function fewDocumentsOf(header: ReportHeader): ReportWarning[] {
  if (header.documents >= fewDocuments) return []
  const submitted = `${documentsWere(header.documents)} submitted by two coders${underVersion(header)}`
  return [
    { kind: 'few_documents', message: `Only ${submitted}: with fewer than ${fewDocuments}, intervals are rough.` },
  ]
}

function documentsLeftOutOf(header: ReportHeader): ReportWarning[] {
  if (header.documentsLeftOut === 0) return []
  const submitted = `${documentsWere(header.documentsLeftOut)} submitted by fewer than two coders${underVersion(header)}`
  return [{ kind: 'documents_left_out', message: `${submitted} and left out of every figure.` }]
}

function documentsWere(count: number): string {
  return count === 1 ? '1 document was' : `${count} documents were`
}

function aboutReplicates({ label, alpha }: CodeAgreement): ReportWarning[] {
  if (alpha.value === null || !alpha.undefinedShare) return []
  const share = (100 * alpha.undefinedShare).toFixed(1)
  const noInterval = alpha.undefinedShare > tolerableUndefinedShare ? ', so it has no interval' : ''
  return [
    {
      kind: 'undefined_replicates',
      message: `${label}: alpha is undefined in ${share} % of the bootstrap samples${noInterval}. The code is rare.`,
    },
  ]
}
