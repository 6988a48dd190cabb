/** Words of what was found in the tables, before any figure. */
export const found = {
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
  nothingMarked: 'Rows without a code',
  texts: 'With their text',
  textsOf: (n: number, all: number) => (n === all ? 'all' : n === 0 ? 'none' : `${n} of ${all}`),
  lookedAt: 'Who looked at them',
  lookedAtBy: (named: boolean) => (named ? 'column coders, and whoever has a row' : 'whoever has a row'),
  names: (names: readonly string[], all: number) =>
    `${names.join(', ')}${all > names.length ? ` and ${(all - names.length).toLocaleString('en')} more` : ''}`,
  wantLengthsTitle: 'These are spans. Now the lengths of their documents.',
  wantLengths: 'Choose or drop a second table with the columns doc_id and length, or doc_id and text.',
  wantSpansTitle: 'These are documents. Now the spans that were marked in them.',
  wantSpans: 'Choose or drop a second table with the columns doc_id, coder, code, start, end.',
}
