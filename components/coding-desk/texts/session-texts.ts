/** What did not arrive from the server, and what two tabs changed at once. */
export const sessionTexts = {
  arriving: {
    waiting: 'Asking the server …',
    title: 'This needs the server',
    explain: 'The server did not answer. Check the connection and try again.',
    again: 'Try again',
  },
  clash: {
    title: 'Changed in two tabs',
    explain: 'The same was changed here and in another tab. Your version stands; the other one is below it.',
    mine: 'Here (stands now)',
    theirs: 'In the other tab',
    keep: 'Keep mine',
    take: 'Take the other version',
    words: 'Words',
    code: 'Code',
    note: 'Note',
    unsure: 'Unsure',
    yes: 'Yes',
    no: 'No',
    nothing: 'No answer',
    answer: 'Answer',
    relation: 'Link',
  },
} as const
