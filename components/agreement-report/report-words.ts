import type { PresenceLevel, SpanMatchRule } from '@/lib/agreement/report/document-statistics'
import type { DocumentSet } from '@/lib/coding/agreement-request'
import { plotNotes } from '@/lib/plots/plot-notes'

/** Words of the agreement report on the page. */
export const reportWords = {
  warnings: 'Before you read the figures',
  contents: 'Contents of the report',
  notDefined: 'undefined',
  noInterval: 'no interval',
  code: 'Code',
  variable: 'Variable',
  family: 'Family',
  coder: 'Coder',
  pair: 'Pair',
  verdict: 'Verdict',
  alpha: 'α',
  alphaInterval: 'α [95 % CI]',
  percent: 'Agreement,\u00a0%',
  units: 'n\u00a0units',
  unit: 'Unit',
  metric: 'Metric',
  prevalence: 'Prevalence,\u00a0%',
  documents: 'Documents',
  annotations: 'Annotations',
  provisional: 'provisional: below',
  provisionalUnits: 'units',
  nothingCoded: 'Nobody marked anything in this text.',
  behindPlot: 'Table behind the plot',
  downloadPlot: 'Download SVG',
  copied: (what: string) => `${what} copied`,
  notCopied: 'This browser does not let the page copy. Select the text and copy it by hand.',
} as const

/** The parts of the report: anchor and heading. */
export const parts = {
  codes: { id: 'codes', title: 'Table 1. Agreement on each code' },
  coefficients: { id: 'coefficients', title: 'All coefficients' },
  facts: { id: 'basis', title: 'What these figures rest on' },
  others: { id: 'variables', title: 'Table 1, continued: other variables' },
  unitizing: { id: 'unitizing', title: 'Where spans begin and end' },
  ladder: { id: 'ladder', title: 'Unit ladder' },
  attributes: { id: 'attributes', title: 'Attributes of matched annotations' },
  confusions: { id: 'confusions', title: 'Codes confused' },
  disagreements: { id: 'disagreements', title: 'How coders disagree' },
  pairs: { id: 'pairs', title: 'Pairs of coders' },
  coders: { id: 'coders', title: 'Each coder' },
  drift: { id: 'time', title: 'Over time' },
  recoded: { id: 'recoded', title: 'Recoded work' },
  byDocument: { id: 'documents', title: 'Documents' },
  text: { id: 'text', title: 'One text' },
  sensitivity: { id: 'sensitivity', title: 'Sensitivity' },
  methods: { id: 'methods', title: 'Methods paragraph' },
  warnings: { id: 'warnings', title: 'Warnings in full' },
  reproduce: { id: 'reproduce', title: 'Reproduce' },
  undefined: { id: 'undefined', title: 'Why some figures are undefined' },
} as const

export const levelNames: Record<PresenceLevel, string> = {
  character: 'Character',
  token: 'Token',
  sentence: 'Sentence',
  paragraph: 'Paragraph',
  document: 'Document',
}

export const setNames: Record<DocumentSet, string> = {
  training: 'Training',
  pilot: 'Pilot',
  main: 'Main',
  calibration: 'Calibration',
}

export const matchRuleNames: Record<SpanMatchRule, string> = {
  exact: 'F1 exact',
  iou50: 'F1 IoU .5',
  overlap: 'F1 overlap',
}

/** Notes under the headings. */
export const notes = {
  forest: plotNotes.forest,
  others:
    'Each variable as it enters an analysis, computed from every coder’s own data. Ordinal, interval and ratio variables use the α of their metric.',
  unitizing:
    '|uα: whether text is marked at all; uα: where spans of which code lie; cuα: the codes where both marked; (k)uα: one code within its family (Krippendorff et al. 2016).',
  boundaries: plotNotes.boundaries,
  ladder: `The coarser the unit, the less exactly boundaries must agree. ${plotNotes.ladder}`,
  attributes:
    'Attributes can be compared only where two coders marked the same thing. The match rate is the share of annotations with a partner: high agreement on few of them is no success.',
  confusions: 'Spans that two coders marked in the same place, by the code each gave.',
  confusionCells: plotNotes.confusion,
  disagreements:
    'The types of disagreement of the review, in first submissions. Differences are between two coders, per 1,000 words that both read; clusters are the stretches and questions that have the type, per 1,000 words of the documents. A cluster of two codes stands with both. The review can count otherwise: here are the first submissions of all texts of the sample, there the newest, and only of texts that all their coders have submitted.',
  noClusters: 'Clusters are counted only in a report on all coders.',
  pairs: plotNotes.pairs,
  marginals:
    'Annotations per 1,000 words. ▲ and ▼ lie outside the 95 % limits of the rate of all other coders together.',
  without: 'α of all coders but one, and how it changes when that coder is left out.',
  drift: plotNotes.drift,
  sensitivity: 'α of this report, and under other rules of counting.',
  byDocument: 'The documents with the lowest α of any code come first: where to look for unclear rules.',
  text: plotNotes.text,
  methods: 'Generated from this report. Edit it here, fill in what is in brackets, then copy it.',
  reproduce:
    'The tables hold every figure of this report. The scripts compute the presence of each code again from the coders’ values; the same seed and samples give the same intervals.',
} as const
