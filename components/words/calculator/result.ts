import { counted } from './counted'

/** Words of the figures, and of what to take along. */
export const result = {
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
}
