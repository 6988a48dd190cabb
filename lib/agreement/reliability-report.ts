import type { KappaEstimate } from './cohen-kappa'
import type { Estimate, Interval } from './estimate'
import type { AlphaEstimate } from './krippendorff-alpha'
import type { Verdict } from './verdict'

/** The report as one plain object: page, JSON and CSV are views of it. Shares and coefficients are numbers up to 1. */
export interface ReliabilityReport {
  header: ReportHeader
  /** In the order asked for. */
  codes: CodeAgreement[]
  /** What a reader must know before the figures. */
  warnings: ReportWarning[]
}

export interface ReportHeader {
  /** What was compared: token, sentence, paragraph or document. */
  unit: string
  /** Which codings the figures rest on. */
  basis: 'independent submissions, revision 0'
  metric: 'nominal'
  intervalMethod: 'percentile bootstrap over documents'
  confidence: 0.95
  seed: number
  /** Number of bootstrap samples that were drawn; 0 where fewer than two documents have two coders. */
  replicates: number
  /** Pseudonyms, sorted. */
  coders: string[]
  /** Documents submitted by two or more of these coders: all figures rest on them. */
  documents: number
  /** Documents submitted by fewer than two of them: in no figure. */
  documentsLeftOut: number
  /** Submitted codings under another version of the codebook than the report's: in no figure. */
  codingsOfOtherVersions: number
}

export interface CodeAgreement {
  code: string
  label: string
  family: string
  /** Units with values of at least two coders; only these count. */
  units: number
  /** Documents that hold such a unit. */
  documents: number
  /** Values (unit x coder) in those units. */
  values: number
  /** Values that the coders of the report did not give in those units. */
  missingValues: number
  /** Values that say the code is present. */
  positives: number
  /** positives / values */
  prevalence: Estimate
  percent: Estimate
  alpha: AlphaEstimate & AlphaUncertainty
  kappa: KappaSummary
  /** The minimum this code was preset to reach. */
  alphaMin: number
  verdict: Verdict
}

export interface AlphaUncertainty {
  interval: Interval
  /** Share of bootstrap samples in which alpha was undefined; null when none was drawn. */
  undefinedShare: number | null
  /** P(alpha < .667), P(alpha < .800) and P(alpha < alphaMin), by the bootstrap. */
  belowTentative: Estimate
  belowReliable: Estimate
  belowMinimum: Estimate
}

export interface KappaSummary {
  pairs: PairAgreement[]
  /** Over the pairs for which kappa is defined. The mean is Light's kappa (1971) where all are. */
  mean: Estimate
  min: Estimate
  max: Estimate
}

export interface PairAgreement {
  coders: [string, string]
  /** Units both coded. */
  units: number
  percent: Estimate
  kappa: KappaEstimate
}

export interface ReportWarning {
  kind:
    | 'no_overlap'
    | 'few_documents'
    | 'documents_left_out'
    | 'coder_without_overlap'
    | 'other_codebook_version'
    | 'undefined_replicates'
  message: string
}
