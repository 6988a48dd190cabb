/**
 * Why a figure cannot be computed, each with the sentence a reader gets. Undefined is a value with a reason: never 0,
 * 1 or NaN.
 */
export const undefinedReasons = {
  one_coder: 'Fewer than two coders have submitted, so there is nothing to compare.',
  no_overlap: 'No document was submitted by two coders.',
  other_version: 'No document was submitted by two coders under this version of the codebook.',
  no_pairable_unit: 'No unit has values of two coders.',
  no_variation: 'Every value is the same, so the data cannot show whether coders agree beyond chance.',
  no_defined_pair: 'The coefficient is undefined for every pair of coders.',
  undefined_pair: 'The coefficient is undefined for a pair of coders, so its mean over the pairs is too.',
  not_two_coders: 'The coefficient compares two coders; this table has more.',
  one_unit: 'Too few units have values to estimate the variance between units.',
  category_unused: 'No coder used this category.',
  not_presence: 'The figure needs a code that is present (1) or absent (0); the values are others.',
  not_numeric: 'The metric or weights need numbers, and some values are none.',
  not_ordered: 'The metric or weights need an order of the values: numbers, or categories declared in their order.',
  negative_value: 'The ratio metric needs a true zero: no value may be negative.',
  not_categories: 'Each number is its own value: coefficients for categories say nothing about it.',
  no_estimate: 'The coefficient itself is undefined.',
  no_replicates: 'No bootstrap samples were asked for.',
  one_document: 'Only one document has two coders: resampling documents says nothing.',
  one_document_per_stratum: 'Every stratum has one document: resampling documents within strata says nothing.',
  perfect_minimum: 'No sample can show that agreement is perfect.',
  not_above_minimum: 'An alpha that does not lie above the minimum cannot be shown to, with however many units.',
  undefined_replicates: 'The coefficient is undefined in more than 5 % of the bootstrap samples.',
} as const

export type UndefinedReason = keyof typeof undefinedReasons

/** A figure, or the reason why there is none. */
export type Estimate = { value: number } | { value: null; undefined: UndefinedReason }

/** A confidence interval, or the reason why there is none. */
export type Interval = { low: number; high: number } | { low: null; high: null; undefined: UndefinedReason }

export function noEstimate(reason: UndefinedReason): { value: null; undefined: UndefinedReason } {
  return { value: null, undefined: reason }
}

export function noInterval(reason: UndefinedReason): Interval {
  return { low: null, high: null, undefined: reason }
}

/** A figure without the details that came with it. */
export function plainEstimate(figure: Estimate): Estimate {
  return figure.value === null ? noEstimate(figure.undefined) : { value: figure.value }
}
