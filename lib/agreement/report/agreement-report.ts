import type { ContinuumEstimate } from '../continuum-estimate'
import type { Estimate, Interval } from '../estimate'
import type { AlphaEstimate } from '../krippendorff-alpha'
import type { Verdict } from '../verdict'
import type {
  ClusterCounts,
  DocumentStatistics,
  PresenceLevel,
  PresenceVariant,
  SpanMatchRule,
} from './document-statistics'

/** The agreement report as one plain object: page, JSON, CSV and printable HTML are views of it. Shares are up to 1. */
export interface AgreementReport {
  header: ReportHeader
  /** Table 1: every variable that enters the analysis, code presence first. */
  variables: VariableAgreement[]
  /** Alpha of each code at every level. */
  ladder: LadderRow[]
  unitizing: UnitizingSection
  /** Attributes on matched annotations. */
  attributes: AttributeAgreement[]
  /** Which code one coder gave where another gave which, per family. */
  confusions: Confusion[]
  /** In which ways coders disagree. */
  disagreements: DisagreementSection
  /** How much each coder uses each code. */
  marginals: CoderMarginal[]
  /** Alpha of each code over all coders but one. */
  withoutCoder: LeftOutCoder[]
  sensitivity: SensitivityRow[]
  /** Alpha over time; empty with too few documents. */
  drift: DriftSeries[]
  /** Work that was reopened and handed in again; null where there is none. No other figure rests on it. */
  recoded: RecodedSection | null
  /** Alpha of each code per document, at the report's unit: the documents with two coders, by documentId. */
  byDocument: DocumentRow[]
  warnings: ReportWarning[]
}

export interface ReportHeader {
  /** The unit level at which code presence is read. */
  unit: PresenceLevel
  basis: 'independent submissions, revision 0'
  intervalMethod: 'percentile bootstrap over documents'
  confidence: 0.95
  seed: number
  /** Bootstrap samples drawn; 0 where fewer than two documents have two coders. */
  replicates: number
  /** Number of strata within which documents were drawn; 1 = none. */
  strata: number
  /** Pseudonyms, sorted. */
  coders: string[]
  /** Documents submitted by two or more of these coders: all figures rest on them. */
  documents: number
  /** Documents submitted by fewer than two of them: in no figure. */
  documentsLeftOut: number
  /** Submitted codings under another version of the codebook: in no figure. */
  codingsOfOtherVersions: number
}

/**
 * What a variable says: whether a unit has a code; has a code on a target in a voice; which codes of a family it has (as
 * sets, or each set as one category); how many annotations a document has; how many per 1,000 words; a measure derived
 * per document; a variable the coder filled in; an attribute of matched annotations.
 */
export type VariableKind =
  | 'code_presence'
  | 'framing'
  | 'family_set'
  | 'family_nominal'
  | 'count'
  | 'rate'
  | 'derived'
  | 'document_variable'
  | 'attribute'

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio' | 'nominal_set'

/** A row that is asked for. */
export interface ReportedVariable {
  /** Where its data are: key in presence, sets (family), numbers, variables or attributes, by kind. */
  key: string
  label: string
  kind: VariableKind
  /** Family of the code; "" where there is none. */
  family: string
  level: MeasurementLevel
  /** The alpha it must reach, fixed before coding. */
  alphaMin: number
  /** The categories there are to choose from, in their order: the order of ordinal values, and all count for S and AC1. */
  order?: readonly string[]
}

export interface VariableAgreement extends ReportedVariable {
  /** What has a value: a unit level, or matched annotations. */
  unit: PresenceLevel | 'matched_annotation'
  /** Units with values of two coders or more. */
  units: number
  /** Documents with such a unit. */
  documents: number
  /** Values in those units (unit x coder). */
  values: number
  /** Values that coders of the report did not give in those units. */
  missingValues: number
  /** Values that say present, and their share; undefined for variables that are not presence. */
  positives: number | null
  prevalence: Estimate
  /** Mean over units (Gwet 2014). */
  percent: Estimate
  positiveAgreement: Estimate
  negativeAgreement: Estimate
  alpha: AlphaEstimate & AlphaUncertainty
  /** Undefined for numbers; Scott's for two coders only. */
  scottPi: Estimate
  fleissKappa: Estimate
  gwetAc1: Estimate
  brennanPrediger: Estimate
  kappa: KappaSummary
  verdict: Verdict
  /** Units needed for alphaMin at this prevalence (Krippendorff's minimum) where there are fewer; else null. */
  provisional: { unitsNeeded: number } | null
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
  /** Those who coded a unit in common; of very many those with the most units. */
  pairs: PairAgreement[]
  /** How many pairs are not listed. The figures below rest on all. */
  pairsLeftOut: number
  /** Over the pairs for which kappa is defined. The mean is Light's kappa (1971) where all are. */
  mean: Estimate
  min: Estimate
  max: Estimate
}

export interface PairAgreement {
  coders: [string, string]
  units: number
  percent: Estimate
  kappa: Estimate
  alpha: Estimate
}

export interface LadderRow {
  code: string
  label: string
  levels: { level: PresenceLevel; units: number; prevalence: Estimate; alpha: Estimate; interval: Interval }[]
}

export interface UnitizingSection {
  families: FamilyUnitizing[]
  codes: CodeUnitizing[]
}

interface BoundaryFigures {
  key: string
  label: string
  /** Annotations of all coders in documents with two coders. */
  annotations: number
  /** Annotations united with an overlapping one of the same code and coder. */
  united: number
  /** The u-alpha family of Krippendorff et al. (2016), documents pooled; intervals by the same bootstrap. */
  boundaries: ContinuumEstimate & { interval: Interval }
}

export interface FamilyUnitizing extends BoundaryFigures {
  codes: string[]
  unitizing: ContinuumEstimate & { interval: Interval }
  coding: ContinuumEstimate & { coverage: number | null; interval: Interval }
  /** Documents left out of `unitizing` and `coding` because a coder stacked codes of the family in them. */
  stackedDocuments: number
}

export interface CodeUnitizing extends BoundaryFigures {
  family: string
  /** (k)u-alpha within its family. */
  withinFamily: ContinuumEstimate & { coverage: number | null }
  characterAlpha: Estimate
  /** Mean over the pairs of coders, documents pooled. */
  f1: Record<SpanMatchRule, ContinuumEstimate>
  /** Share of annotations with a partner. */
  matchRate: ContinuumEstimate
  /** How often boundaries lie so many code points apart, either way; the last counts all beyond. */
  starts: number[]
  ends: number[]
}

export interface AttributeAgreement extends VariableAgreement {
  attribute: string
  /** Codes whose matched annotations are compared. */
  codes: string[]
  /** What the codebook calls its values, by their keys; nothing for those it does not list. */
  valueLabels: Readonly<Record<string, string>>
  /** Share of the annotations of these codes that have a partner: agreement on few of them is no success. */
  matchRate: ContinuumEstimate
  matched: number
  /** The same with partners only at an intersection over union of .5 or more. */
  strict: { matchRate: ContinuumEstimate; units: number; alpha: Estimate }
  confusion: ConfusionTable
}

/** Symmetric: a pair of coders is counted both ways round. */
export interface ConfusionTable {
  /** The values that occur; of an open vocabulary only the most frequent. */
  values: string[]
  /** How many rarer values are left out. */
  valuesLeftOut: number
  /** Row by row; the diagonal holds pairs that agree, counted once. */
  counts: number[][]
}

export interface Confusion extends ConfusionTable {
  family: string
  label: string
}

export interface DisagreementSection {
  /** Words of the documents outside boilerplate. */
  words: number
  /** The same once for each pair of coders who submitted the document: what their differences are spread over. */
  pairWords: number
  /** Codes in the codebook's order, questions about the document, whether it should be coded; last all of these together. */
  rows: DisagreementRow[]
}

export interface DisagreementRow {
  subject: 'code' | 'question' | 'eligibility' | 'all'
  /** Of the code or question; "" of the others. */
  key: string
  label: string
  /** By type: differences between two coders. Types that do not occur are left out. */
  differences: Record<string, number>
  /** The clusters of the review in which they are; null where coders are left out of the report. */
  clusters: ClusterCounts | null
}

export interface CoderMarginal {
  coder: string
  code: string
  documents: number
  annotations: number
  words: number
  /** Annotations per 1,000 words. */
  rate: number
  /**
   * 95 % limits of the rate of all other coders together, widened for overdispersion; null with fewer than two others, in
   * fewer than two documents, and where the others never used the code.
   */
  limits: [number, number] | null
}

export interface LeftOutCoder {
  coder: string
  code: string
  alpha: Estimate
  /** alpha without the coder minus alpha with all. */
  change: number | null
}

export interface SensitivityRow {
  variant: PresenceVariant
  level: PresenceLevel
  code: string
  label: string
  base: Estimate
  alpha: Estimate
  units: number
}

/** Alpha of a code over a window of documents that moves along the order in which they were completed. */
export interface DriftSeries {
  code: string
  label: string
  points: { from: number; to: number; lastDocument: string; alpha: Estimate; interval: Interval }[]
}

/** Later revisions of the coders of the report, each compared as the latest that was handed in. */
export interface RecodedSection {
  /** Documents of which a coder handed in a later revision. */
  documents: number
  /** Those that two or more coders submitted: the variables rest on them. */
  documentsCompared: number
  /** Codings whose latest revision is compared. */
  revisions: number
  /** How many of these were handed in after their round was first released, when coders may see how others coded. */
  afterRelease: number
  /** Codings whose latest revision stands under another version of the codebook than the first submission: left out. */
  ofOtherVersions: number
  /** Table 1 on these documents; empty where no two coders submitted one of them. */
  variables: RecodedVariable[]
  coders: RecodedCoder[]
}

export interface RecodedVariable extends Omit<ReportedVariable, 'order'>, Pick<VariableAgreement, 'unit'> {
  first: LayerAgreement
  /** A coder who did not recode a document has the first submission in both. */
  latest: LayerAgreement
  /** alpha of the latest revisions minus alpha of the first submissions. */
  change: number | null
}

/** How the codings of one layer agree. */
export interface LayerAgreement extends Pick<VariableAgreement, 'units' | 'documents' | 'percent'> {
  alpha: Estimate
  interval: Interval
}

/** A coder's latest revisions against the own first submissions. */
export interface RecodedCoder {
  coder: string
  /** Documents that the coder recoded. */
  documents: number
  /** Full days between the first submission and the latest revision, the fewest and the most. */
  lag: { shortest: number; longest: number }
  codes: (LayerAgreement & { code: string; label: string })[]
}

export interface DocumentRow {
  documentId: string
  /** Stratum within which it was resampled; "" where the sample has none. */
  stratum: string
  coders: string[]
  units: number
  codes: { code: string; alpha: Estimate; percent: Estimate; positives: number }[]
}

export interface ReportWarning {
  kind:
    | 'no_overlap'
    | 'few_documents'
    | 'pairs_left_out'
    | 'documents_left_out'
    | 'coder_without_overlap'
    | 'other_codebook_version'
    | 'undefined_replicates'
    | 'no_width'
    | 'united_annotations'
    | 'stacked_codes'
    | 'low_match_rate'
    | 'provisional'
    | 'agreement_on_absence'
    | 'not_headline'
  message: string
}

/** What a report is made of. */
export interface ReportRequest {
  /** All documents asked for, those with fewer than two coders included. */
  documents: readonly DocumentStatistics[]
  /** Table 1 in its order; see ReportedVariable. */
  variables: readonly ReportedVariable[]
  /** Attributes to report on matched annotations. */
  attributes: readonly ReportedAttribute[]
  /** Families and codes in the codebook's order, as far as they are asked for. */
  families: readonly {
    key: string
    label: string
    codes: readonly { key: string; label: string; alphaMin: number }[]
  }[]
  /** Pseudonyms of all coders asked for, those without a submission included; others in the documents are left out. */
  coders: readonly string[]
  unit: PresenceLevel
  seed: number
  /** B; 2,000 by default. */
  replicates?: number
  /** Stratum of each document of a stratified sample; documents are resampled within. */
  strata?: Readonly<Record<string, string>>
  /** Documents in the order in which their second coder submitted, for drift. */
  completed?: readonly string[]
  codingsOfOtherVersions?: number
  recoded?: RecodedWork
}

/** Codings of the report's sample that were reopened and handed in again. */
export interface RecodedWork {
  /** Each document that somebody recoded, with its first submissions and the latest revisions: see latest-revisions.ts. */
  documents: readonly DocumentStatistics[]
  /** The latest revision of each coder and document. */
  revisions: readonly {
    coder: string
    /** Full days since the first submission. */
    days: number
    /** Whether it was handed in after its round was first released, be it closed again since. */
    isAfterRelease: boolean
  }[]
  /** The coder of each coding that is left out, since first submission and latest revision have different versions. */
  ofOtherVersions: readonly string[]
}

/** An attribute, with the codes of one family that take it. */
export interface ReportedAttribute extends ReportedVariable {
  attribute: string
  codes: readonly string[]
  /** What its values are called, by their keys, where they are keys. */
  valueLabels?: Readonly<Record<string, string>>
}
