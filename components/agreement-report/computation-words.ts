/** Words of a report that is being computed. */
export const computationWords = {
  running: 'The report is being computed',
  progress: 'How far the report is',
  since: 'Began at',
  stays: 'You can leave this page; the report is kept.',
  cancel: 'Cancel computation',
  failed: 'The report could not be computed',
  cancelled: 'The computation was cancelled',
  outdated: 'Below is the report as it was before.',
  startAgain: 'Start again',
}
