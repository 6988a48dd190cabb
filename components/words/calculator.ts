import type { CodingStatisticName } from '@/lib/agreement/coding-statistics'
import { continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'
import type { SamplePlan } from '@/lib/agreement/sample-size-plan'
import type { Level } from '@/lib/formats/agreement-coding-figures'
import type { SpanStatisticName } from '@/lib/formats/agreement-span-figures'
import type { SpanUnit } from '@/lib/formats/agreement-span-units'

const counted = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

const groups = {
  agreement: 'Agreement',
  chance: 'Chance-corrected',
  alpha: 'Alpha',
  unitizing: 'Unitizing: where spans are and what they are',
  f1: 'F1 of spans, mean over pairs of coders',
  tokens: 'Words with their codes',
  gamma: 'Gamma',
}

interface StatisticWords {
  name: string
  /** What it is of, or how it differs from its neighbours. */
  note: string
  group: keyof typeof groups
}

/** In the order of the page: what each statistic is called, and what it is. */
const statistics: Record<CodingStatisticName | SpanStatisticName, StatisticWords> = {
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
  token_alpha: { group: 'tokens', name: 'Krippendorff’s alpha', note: 'of words' },
  token_kappa: { group: 'tokens', name: 'Cohen’s kappa', note: 'of words' },
  gamma: { group: 'gamma', name: 'Gamma', note: 'one document' },
  gamma_best_alignment_disorder: { group: 'gamma', name: 'Disorder', note: 'of the best alignment' },
}

const reasons: Readonly<Record<string, string>> = {
  ...undefinedReasons,
  ...continuumReasons,
  one_coder: 'There are fewer than two coders, so there is nothing to compare.',
  no_overlap: 'No document was coded by two coders.',
  no_sums: 'This figure cannot be added up from documents, so none are drawn.',
}

/** Why a figure is undefined, as a sentence. */
export function reasonText(reason: string | null): string {
  return (reason === null ? undefined : reasons[reason]) ?? 'It cannot be computed from this table.'
}

/** Words of the agreement calculator. */
export const calculator = {
  title: 'Agreement calculator',
  // Has an α, so that its font is there before there are figures: computing loads nothing.
  lead: 'Drop a table of what your coders decided. You get percent agreement, the kappas, Krippendorff’s alpha (α) and the measures for marked spans, with intervals.',
  privateTitle: 'Your table stays on this computer.',
  private:
    'Everything is computed in this browser. Nothing is sent, nothing is stored, and it works without a network.',

  intake: 'Your table',
  choose: 'Choose CSV files',
  drop: 'or drop them here',
  kinds:
    'A table of units (one row per unit, one column per coder), or a table of spans together with the lengths of its documents. Columns divided by commas, semicolons or tabs.',
  paste: 'Or paste a table',
  pasteLabel: 'The table with its header, as CSV or copied from a spreadsheet',
  usePasted: 'Use this table',
  pastedName: 'pasted.csv',
  examples: 'Try an example:',
  exampleUnits: 'sentences coded by three',
  exampleSpans: 'spans marked by two',
  how: 'What a table looks like',
  howUnits: 'Units: empty or NA is a missing value. The columns unit_id and doc_id may be left out.',
  howSpans:
    'Spans: offsets in characters from 0, the end not included. A row without a code says that a coder looked and marked nothing.',
  howLengths: 'The documents of the spans: a length for each, or the text itself.',
  howSets: 'A bar makes a cell a set of codes: hero|victim has two, | none.',

  found: 'What was found',
  kindNames: { units: 'Table of units', spans: 'Table of spans', lengths: 'Documents of the spans' },
  units: 'Units',
  pairable: (n: number, all: number) =>
    `${n === all ? 'all' : n.toLocaleString('en')} with values of two coders or more`,
  coders: 'Coders',
  documents: 'Documents',
  noDocuments: 'no column doc_id',
  missing: 'Missing values',
  missingOf: (missing: number, cells: number) =>
    missing === 0
      ? 'none'
      : `${missing.toLocaleString('en')} of ${cells.toLocaleString('en')} (${((100 * missing) / cells).toFixed(1)} %)`,
  values: 'Values',
  noValues: 'none',
  spans: 'Spans',
  codes: 'Codes',
  nothingMarked: 'Looked, marked nothing',
  times: (n: number) => (n === 0 ? 'never' : counted(n, 'time')),
  texts: 'With their text',
  textsOf: (n: number, all: number) => (n === all ? 'all' : n === 0 ? 'none' : `${n} of ${all}`),
  names: (names: readonly string[], all: number) =>
    `${names.join(', ')}${all > names.length ? ` and ${(all - names.length).toLocaleString('en')} more` : ''}`,
  wantLengthsTitle: 'These are spans. Now the lengths of their documents.',
  wantLengths: 'Choose or drop a second table with the columns doc_id and length, or doc_id and text.',
  wantSpansTitle: 'These are documents. Now the spans that were marked in them.',
  wantSpans: 'Choose or drop a second table with the columns doc_id, coder, code, start, end.',

  choices: 'How to compute',
  level: 'Level of measurement',
  levels: {
    nominal: 'Nominal: names',
    ordinal: 'Ordinal: ranks',
    interval: 'Interval: differences',
    ratio: 'Ratio: true zero',
  } satisfies Record<Level, string>,
  unit: 'Unit of presence',
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

  stages: {
    empty: '',
    reading: 'Reading the table…',
    computing: 'Computing…',
    waiting: 'One more table is needed.',
    done: '',
    cancelled: 'Cancelled. Nothing was computed.',
    failed: '',
  },
  doneIn: (figures: number, milliseconds: number) =>
    `${counted(figures, 'figure')} in ${(milliseconds / 1000).toLocaleString('en', { maximumSignificantDigits: 2 })} s`,
  cancel: 'Cancel',
  failedTitle: 'The table cannot be computed',
  failedNext: 'Mend it and choose it again. Rows are numbered as in a spreadsheet; the header is row 1.',
  oneAtATime: (one: string, other: string) =>
    `${one} and ${other} do not go together: choose one table of units, or one table of spans and one of lengths`,
  unreadable: (name: string) => `${name} cannot be read. Is it still where it was?`,
  unexpected: (detail: string) => `This should not have happened, and no figure was computed: ${detail}`,
  workerFailed: 'The computation broke off; the table may be too large for this browser. Load the page again to go on.',

  result: 'Agreement',
  alphaSentence: (coders: number, units: number, level: string) =>
    `${counted(coders, 'coder')}, ${counted(units, 'unit')}: Krippendorff’s alpha (${level}) is`,
  spansSentence: (coders: number, documents: number, codes: number) =>
    `${counted(coders, 'coder')}, ${counted(documents, 'document')}, ${counted(codes, 'code')}:`,
  alphaRange: 'Krippendorff’s alpha of a code runs from',
  alphaOne: 'Krippendorff’s alpha is',
  to: 'to',
  isUndefined: 'undefined',
  noAlpha: 'Krippendorff’s alpha is undefined.',
  perCode: 'Each code',
  perCodeNote: (unit: string) =>
    `Percent and alpha: whether the code is present in a unit (${unit.toLowerCase()}). The others: the spans of this code alone.`,
  everyFigure: 'Every figure',
  allCodes: 'All codes together',
  moreOf: (code: string) => `All figures of ${code}`,
  groups,
  statistics,
  columns: {
    statistic: 'Statistic',
    value: 'Value',
    interval: '95 % interval',
    se: 'SE',
    rests: 'Observed and expected',
    code: 'Code',
    percent: 'Agreement',
    alpha: 'Alpha',
    uAlpha: 'Unitizing alpha',
    exact: 'F1 exact',
    characters: 'F1 characters',
  },
  agreementOf: (observed: string, expected: string) => `agreement ${observed}, by chance ${expected}`,
  disagreementOf: (observed: string, expected: string) => `disagreement ${observed}, by chance ${expected}`,
  undefined: 'undefined',
  none: 'none',
  noInterval: 'no interval',
  overUnits:
    'Intervals: linearised, t distribution, over units as if they were independent. Units of one document are not: with a column doc_id, documents are drawn instead.',
  overDocuments: (replicates: number, seed: number) =>
    `Intervals: percentiles of ${replicates.toLocaleString('en')} draws of the documents, seed ${seed}. Standard errors, where there are any, are over units.`,
  noIntervals: 'No intervals: nothing was drawn.',
  sameCommand: 'The same on the command line',
  downloadJson: 'Download JSON',
  downloadCsv: 'Download CSV',
  copyTable: 'Copy table',
  copied: 'Copied',

  planner: {
    title: 'How many documents to double-code',
    note: 'So that your reliability sample can show the alpha you require, and not only reach it by luck. Computed here as you type.',
    toPlanner: 'Planning a study? How many documents to double-code',
    fields: {
      alphaMin: { label: 'Alpha you require', hint: 'Fixed before coding; .80, or .667 for tentative conclusions.' },
      expectedAlpha: { label: 'Alpha you expect', hint: 'What your pilot shows. Must be above the one you require.' },
      power: { label: 'Power', hint: 'Chance of showing it; .80 is usual.' },
      prevalence: { label: 'Prevalence', hint: 'Share of units with the rarest code that matters.' },
      coders: { label: 'Coders of a document', hint: 'Two for double coding.' },
      mean: { label: 'Units per document', hint: 'On average: sentences, for instance.' },
      cv: { label: 'Their variation', hint: 'Standard deviation divided by the mean.' },
      rho: { label: 'Likeness within a document', hint: 'Intraclass correlation; .05 unless you know it.' },
    },
    between: ({ least, most, whole }: { least: number; most: number; whole?: boolean }) =>
      `${whole ? 'A whole number' : 'A number'} from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`,
    answer: 'The plan',
    mendFirst: 'One of the numbers needs mending first.',
    documents: (n: number) => `${counted(n, 'document')} to double-code.`,
    facts: (plan: SamplePlan): [string, string][] => [
      ['Units in them, about', plan.units.toLocaleString('en')],
      ['Chance of showing the required alpha', `${Math.round(100 * plan.expectedPower)} %`],
      ['Units, if none came from the same document', plan.independentUnits.toLocaleString('en')],
      ['Design effect of whole documents', plan.designEffect.toFixed(2)],
      ['Krippendorff’s minimum N, units', plan.minimum.units.toLocaleString('en')],
      ['Krippendorff’s minimum, documents', plan.minimum.documents.toLocaleString('en')],
      ['Units for five agreements by chance', plan.unitsForChanceAgreements.toLocaleString('en')],
    ],
    sentence: 'For the methods section',
    copySentence: 'Copy sentence',
  },
}
