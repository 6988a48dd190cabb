/** Words of the place where tables come from, and of what a table looks like. */
export const intake = {
  intake: 'Your table',
  choose: 'Choose CSV files',
  drop: 'or drop them here',
  kinds:
    'A table of units (one row per unit, one column per coder), or a table of spans together with the lengths of its documents, such as annotations.csv and documents.csv of a study’s exports. Columns divided by commas, semicolons or tabs.',
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
  howLengths:
    'The documents of the spans: a length for each, or the text itself. A column coders (C01|C02) says who looked.',
  howSets: 'A bar makes a cell a set of codes: hero|victim has two, | none.',
}
