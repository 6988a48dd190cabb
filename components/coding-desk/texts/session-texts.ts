/** Signing in again without leaving the desk, and what two tabs changed at once. */
export const sessionTexts = {
  signIn: {
    title: 'Your session has ended',
    explain: 'Sign in again to go on. Everything you did is kept in this browser and is sent then.',
    otherPerson:
      'This is another person’s account. The work on this desk belongs to whoever began it: sign in with that account.',
    confirm: 'Sign in and go on',
    notLoaded: 'The form for signing in did not arrive from the server. Load the page again when you are online.',
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
