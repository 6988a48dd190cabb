/** What did not arrive from the server, and what two tabs changed at once. */
export const sessionTexts = {
  unreachable: {
    title: 'This needs the server',
    explain:
      'The window did not arrive from the server. Everything you did is kept in this browser: load the page again when you are online.',
    reload: 'Load the page again',
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
