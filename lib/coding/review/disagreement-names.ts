import type { DisagreementType } from './cluster'

/** What the types of disagreement are called, in the review, in the agreement report and in its tables. */
export const disagreementNames: Record<DisagreementType, string> = {
  D1: 'Omission',
  D2a: 'Boundary: trivial',
  D2b: 'Boundary: nested',
  D2c: 'Boundary: partial',
  D3: 'Code conflict',
  D4: 'Attribute conflict',
  D5: 'Split or joined',
  D6: 'Link conflict',
  D7: 'Part conflict',
  D8: 'Whether to code',
  D9: 'Codebook version',
}
