import type { CodingStatisticName } from '@/lib/agreement/coding-statistics'
import type { SpanStatisticName } from '@/lib/agreement/span-statistics'

export const statisticGroups = {
  agreement: 'Agreement',
  chance: 'Chance-corrected',
  alpha: 'Alpha',
  unitizing: 'Unitizing: where spans are and what they are',
  f1: 'F1 of spans, mean over pairs of coders',
  boundaries: 'Boundaries: where spans begin and end, in the unit chosen',
  tokens: 'Words with their codes',
  gamma: 'Gamma',
}

interface StatisticWords {
  name: string
  /** What it is of, or how it differs from its neighbours. */
  note: string
  group: keyof typeof statisticGroups
}

/** In the order of the page: what each statistic is called, and what it is. */
export const statistics: Record<CodingStatisticName | SpanStatisticName, StatisticWords> = {
  percent_agreement: {
    group: 'agreement',
    name: 'Percent agreement',
    note: 'agreeing pairs of coders, mean over units',
  },
  positive_specific_agreement: { group: 'agreement', name: 'Positive specific agreement', note: 'on 1, present' },
  negative_specific_agreement: { group: 'agreement', name: 'Negative specific agreement', note: 'on 0, absent' },
  cohen_kappa: { group: 'chance', name: 'Cohen’s kappa', note: 'two coders, chance by coder' },
  scott_pi: { group: 'chance', name: 'Scott’s pi', note: 'two coders, pooled chance' },
  fleiss_kappa: { group: 'chance', name: 'Fleiss’ kappa', note: 'any number of coders, pooled chance' },
  conger_kappa: { group: 'chance', name: 'Conger’s kappa', note: 'any number of coders, chance by coder' },
  light_kappa: { group: 'chance', name: 'Light’s kappa', note: 'mean of Cohen’s kappa over pairs' },
  brennan_prediger: { group: 'chance', name: 'Brennan–Prediger', note: 'chance from the number of values' },
  gwet_ac1: { group: 'chance', name: 'Gwet’s AC1', note: 'chance from the spread of values' },
  gwet_ac2: { group: 'chance', name: 'Gwet’s AC2', note: 'AC1 with weights for near misses' },
  krippendorff_alpha: { group: 'alpha', name: 'Krippendorff’s alpha', note: 'any number of coders, missing values' },
  u_alpha: { group: 'unitizing', name: 'Unitizing alpha (uα)', note: 'place and code of spans' },
  u_alpha_binary: {
    group: 'unitizing',
    name: 'Unitizing alpha of place (|u|α)',
    note: 'marked or not, whatever the code',
  },
  cu_alpha: { group: 'unitizing', name: 'Coding alpha (cuα)', note: 'codes where both marked something' },
  ku_alpha: { group: 'unitizing', name: 'Coding alpha of a code ((k)uα)', note: 'where somebody used it' },
  alpha_U_1995: { group: 'unitizing', name: 'Unitizing alpha of 1995 (αU)', note: 'one document' },
  span_f1_exact: { group: 'f1', name: 'Exact', note: 'same borders, same code' },
  span_f1_exact_unlabelled: { group: 'f1', name: 'Exact, any code', note: 'same borders' },
  span_f1_iou50: { group: 'f1', name: 'Half in common', note: 'overlap at least half of the union, same code' },
  span_f1_overlap: { group: 'f1', name: 'Overlap', note: 'any overlap, one to one, same code' },
  span_f1_overlap_many: { group: 'f1', name: 'Overlap, many to one', note: 'any overlap, same code' },
  char_f1: { group: 'f1', name: 'Characters', note: 'characters in common, same code' },
  boundary_similarity: {
    group: 'boundaries',
    name: 'Boundary similarity (B)',
    note: 'boundaries in common, near misses in part',
  },
  segmentation_similarity: {
    group: 'boundaries',
    name: 'Segmentation similarity (S)',
    note: 'the same, over all places for a boundary: high where boundaries are rare',
  },
  windowdiff: {
    group: 'boundaries',
    name: 'WindowDiff',
    note: 'an error, 0 is best: windows with different numbers of boundaries',
  },
  pk: { group: 'boundaries', name: 'Pk', note: 'an error, 0 is best: windows whose ends only one coder parts' },
  token_alpha: { group: 'tokens', name: 'Krippendorff’s alpha', note: 'of words' },
  token_kappa: { group: 'tokens', name: 'Cohen’s kappa', note: 'of words' },
  gamma: { group: 'gamma', name: 'Gamma', note: 'one document' },
  gamma_best_alignment_disorder: { group: 'gamma', name: 'Disorder', note: 'of the best alignment' },
}
