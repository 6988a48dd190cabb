import type {
  MeasurementLevel,
  ReportWarning,
  VariableAgreement,
  VariableKind,
} from '../../agreement/report/agreement-report'
import type { PresenceVariant } from '../../agreement/report/document-statistics'
import type { VerdictWord } from '../../agreement/verdict'

/** Words of the report outside the page: in text to copy, and in print. */

/** One of a unit; all of them take an s. */
export const unitNouns: Record<VariableAgreement['unit'], string> = {
  ...{ character: 'character', token: 'token', sentence: 'sentence', paragraph: 'paragraph', document: 'document' },
  matched_annotation: 'matched pair',
}

/** What is said of a unit. */
export const kindNames: Record<VariableKind, string> = {
  code_presence: 'Code is present in the unit',
  framing: 'Code on a target in a voice is present in the unit',
  family_set: 'Set of codes of a family in the unit',
  family_nominal: 'Combination of codes of a family as one category',
  count: 'Annotations per document',
  rate: 'Annotations per 1,000 words',
  derived: 'Measure derived per document',
  document_variable: 'Variable of the document',
  attribute: 'Attribute of matched annotations',
}

/** The metric of alpha. */
export const metricNames: Record<MeasurementLevel, string> = {
  ...{ nominal: 'nominal', ordinal: 'ordinal', interval: 'interval', ratio: 'ratio' },
  nominal_set: 'MASI distance of sets',
}

export const verdictNames: Record<VerdictWord, string> = {
  meets: 'meets',
  tentative: 'tentative',
  not_sufficient: 'not sufficient',
  inconclusive: 'inconclusive',
  not_computable: 'not computable',
}

export const variantNames: Record<PresenceVariant, string> = {
  certain_only: 'Only annotations the coder was sure of',
  with_boilerplate: 'Boilerplate counted like other text',
  half_of_span: 'A unit needs half of the span',
  untrimmed: 'White space at the ends of spans counted',
}

/** The house rule, in one sentence. */
export const verdictRule =
  'Verdict is a house rule on the preset minimum of each variable: meets if P(α < minimum) ≤ .05; tentative if P(α < .667) ≤ .05; not sufficient if the upper limit is below .667; otherwise inconclusive, too few data to say.'

/** Several warnings of one kind, in a line. */
export const warningNames: Record<ReportWarning['kind'], string> = {
  no_overlap: 'No overlap',
  few_documents: 'Figures from few documents',
  documents_left_out: 'Documents left out',
  pairs_left_out: 'Pairs of coders left out',
  coder_without_overlap: 'Coders without overlap',
  other_codebook_version: 'Other versions of the codebook',
  undefined_replicates: 'Variables whose α is undefined in some bootstrap samples',
  no_width: 'Variables whose interval has no width',
  united_annotations: 'Codes whose annotations were united',
  stacked_codes: 'Families with stacked codes',
  low_match_rate: 'Attributes with a low match rate',
  provisional: 'Variables whose verdict is provisional for want of units',
  agreement_on_absence: 'Variables on which coders agree mostly because hardly any unit has them',
  not_headline: 'Not the headline agreement',
}
