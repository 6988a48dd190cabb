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
  return [
    ...aboutOverlap(header),
    ...codersWithoutOverlap.map((coder) => ({
      kind: 'coder_without_overlap' as const,
      message: `${coder} shares no submitted document with another coder and is in no figure.`,
    })),
    ...codes.flatMap((code) => aboutReplicates(code)),
  ]
}

function aboutOverlap({ documents, documentsLeftOut }: ReportHeader): ReportWarning[] {
  const warnings: ReportWarning[] = []
  if (documents === 0) {
    warnings.push({
      kind: 'no_overlap',
      message: 'No document has been submitted by two coders yet: no agreement can be computed.',
    })
  } else if (documents < fewDocuments) {
    const count = documents === 1 ? '1 document was' : `${documents} documents were`
    warnings.push({
      kind: 'few_documents',
      message: `Only ${count} submitted by two coders: with fewer than ${fewDocuments}, intervals are rough.`,
    })
  }
  if (documents > 0 && documentsLeftOut > 0) {
    const count = documentsLeftOut === 1 ? '1 document was' : `${documentsLeftOut} documents were`
    warnings.push({
      kind: 'documents_left_out',
      message: `${count} submitted by fewer than two coders and left out of every figure.`,
    })
  }
  return warnings
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
