import type { Level } from '@/lib/formats/agreement-coding-figures'
import type { SpanUnit } from '@/lib/formats/agreement-span-units'

/** Words of what a person chooses besides the table. */
export const choices = {
  choices: 'How to compute',
  level: 'Level of measurement',
  levels: {
    nominal: 'Nominal: names',
    ordinal: 'Ordinal: ranks',
    interval: 'Interval: differences',
    ratio: 'Ratio: true zero',
  } satisfies Record<Level, string>,
  unit: 'Unit of presence and boundaries',
  spanUnits: {
    character: 'Character',
    token: 'Word',
    sentence: 'Sentence',
    paragraph: 'Paragraph',
    document: 'Document',
  } satisfies Record<SpanUnit, string>,
  unitNeedsText: 'Other units need the texts of the documents.',
  replicates: 'Draws of documents',
  replicatesOf: (n: number) => (n === 0 ? 'None' : n.toLocaleString('en')),
  replicatesHint: 'For bootstrap intervals.',
  replicatesNeed: 'Needs a column doc_id.',
  seed: 'Seed',
  seedHint: 'Same seed, same intervals.',
  gamma: 'Gamma too',
  gammaHint: 'Mathet, Widlöcher & Métivier (2015), for one document. May take long.',
  compute: 'Compute again',
}
