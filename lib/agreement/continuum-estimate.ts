import type { Estimate, UndefinedReason } from './estimate'

/** Why a figure about spans cannot be computed, beside the reasons that hold for every coefficient. */
export const continuumReasons = {
  no_span: 'No coder marked a span, so there is nothing to agree on.',
  no_shared_text: 'No stretch of text was marked by two coders.',
  little_shared_text: 'So little text was marked by two coders that chance agreement cannot be told.',
  stacked_codes: 'Spans of different codes by one coder overlap: compute each code on a continuum of its own.',
  several_documents: 'The coefficient is defined for one text: compute each document by itself.',
  too_many_units: 'The best alignment of so many units cannot be computed exactly.',
  no_boundary: 'No span begins or ends inside a text, so there is no boundary to agree on.',
  no_window: 'The text is too short for a window of this size.',
  no_place: 'The text has no place for a boundary.',
} as const

export type ContinuumReason = UndefinedReason | keyof typeof continuumReasons

/** A figure about spans, or the reason why there is none. */
export type ContinuumEstimate = Estimate | { value: null; undefined: ContinuumReason }

export function noFigure(reason: ContinuumReason): { value: null; undefined: ContinuumReason } {
  return { value: null, undefined: reason }
}
