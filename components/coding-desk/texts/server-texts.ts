/**
 * What needs the server to be done: signing in again, asking the lead, saying it is not eligible, reopening; and what it
 * answers for: changes that it does not accept, and those that met changes of another tab.
 */
export const serverTexts = {
  signIn: {
    title: 'Your session has ended',
    explain: 'Sign in again to go on. Everything you did is kept in this browser and is sent then.',
    otherPerson:
      'This is another person’s account. The work on this desk belongs to whoever began it: sign in with that account.',
    confirm: 'Sign in and go on',
  },
  ask: {
    title: 'Ask the lead',
    about: 'About these words:',
    question: 'Your question',
    hint: 'Only the leads of the study see it. The answer may become a rule of the codebook, without the text.',
    send: 'Send question',
    sent: 'The question is sent. The answer will stand under “My questions”.',
  },
  eligible: {
    title: 'Not eligible for coding?',
    explain:
      'Say so when the article should not be in the study, for example since it is of another kind or cannot be read. It counts as missing, not as having nothing to code. The lead confirms it, or sends it back.',
    reason: 'Reason',
    confirm: 'Mark as not eligible',
  },
  reopen: {
    title: 'Reopen this coding?',
    explain:
      'You go on with a copy. What you submitted stays as it is: agreement is always computed on the first submission.',
    reason: 'Reason',
    confirm: 'Reopen coding',
  },
  refused: {
    title: 'Changes that were not accepted',
    explain: 'They stay in this browser until you decide. Nothing else is held up by them.',
    download: 'Download as a file',
    again: 'Apply again',
    discard: 'Throw away',
    submit: 'Submit coding',
    deleted: {
      annotation: 'Delete an annotation',
      link: 'Delete a link',
      variable: 'Delete an answer about the article',
    },
    link: (relation: string) => `Link: ${relation}`,
    variable: (variable: string, value: string) => `${variable}: ${value}`,
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
