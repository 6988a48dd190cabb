import { alphaUncertainty } from './alpha-uncertainty'
import type { Replicates } from './bootstrap'
import { addTo, type DocumentStatistics, emptyMatrix, statisticsOf } from './document-statistics'
import { type Estimate, noEstimate, type UndefinedReason } from './estimate'
import { krippendorffAlpha } from './krippendorff-alpha'
import { kappaSummary } from './pair-agreement'
import { percentAgreement } from './percent-agreement'
import { prevalence } from './prevalence'
import type { CodeAgreement } from './reliability-report'
import { reliableThreshold, verdictOn } from './verdict'

/** A row of the report. */
export interface ReportedCode {
  key: string
  label: string
  family: string
  /** The alpha this code must reach, fixed before coding; .800 by default. */
  alphaMin?: number
}

export interface CodeGrounds {
  code: ReportedCode
  /** Sorted. */
  coders: readonly string[]
  /** Those with two or more coders. */
  documents: readonly DocumentStatistics[]
  replicates: Replicates
  /** Why nothing can be compared at all; null when something can. */
  absence: UndefinedReason | null
}

/** Every figure about one code. */
export function codeAgreement({ code, coders, documents, replicates, absence }: CodeGrounds): CodeAgreement {
  const { matrix, agreement, documentsWithUnits } = summed(documents, code.key)
  const withReason = <Figure extends Estimate>(figure: Figure): Figure =>
    figure.value === null && absence ? { ...figure, ...noEstimate(absence) } : figure
  const alpha = withReason(krippendorffAlpha(matrix))
  const { positives, share } = prevalence(matrix)
  const alphaMin = code.alphaMin ?? reliableThreshold
  const uncertainty = alphaUncertainty(alpha, replicates, { documents: documents.length, alphaMin })
  const units = agreement[1] ?? 0
  const values = Math.round(alpha.pairableValues)
  return {
    ...{ code: code.key, label: code.label, family: code.family },
    ...{ units, documents: documentsWithUnits, values, missingValues: units * coders.length - values, positives },
    prevalence: withReason(share),
    percent: withReason(percentAgreement(agreement)),
    alpha: { ...alpha, ...uncertainty },
    kappa: kappaSummary(documents, coders, code.key),
    alphaMin,
    verdict: verdictOn({ alpha, ...uncertainty }),
  }
}

function summed(documents: readonly DocumentStatistics[], code: string) {
  const matrix = [...emptyMatrix]
  const agreement = [0, 0]
  let documentsWithUnits = 0
  for (const document of documents) {
    const statistics = statisticsOf(document, code)
    if (!statistics) continue
    addTo(matrix, statistics.coincidences)
    addTo(agreement, statistics.unitAgreement)
    if (statistics.unitAgreement[1]) documentsWithUnits += 1
  }
  return { matrix, agreement, documentsWithUnits }
}
