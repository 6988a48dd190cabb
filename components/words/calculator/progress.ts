import { counted } from './counted'

/** Words of a computation under way, done or failed. */
export const progress = {
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
}
