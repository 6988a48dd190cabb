/** What a coder can do with a coding as a whole: ask the lead, say it is not eligible, reopen it; and repeated words. */
export const flowTexts = {
  ask: {
    command: 'Ask the lead a question about this place',
    open: 'Ask the lead …',
    title: 'Ask the lead',
    about: 'About these words:',
    question: 'Your question',
    hint: 'Only the leads of the study see it. The answer may become a rule of the codebook, without the text.',
    send: 'Send question',
    sent: 'The question is sent. The answer will stand under “My questions”.',
    selectFirst: 'Select the words, or choose the annotation, that the question is about.',
    mine: 'My questions',
    waiting: 'No answer yet',
    answer: 'Answer',
  },
  eligible: {
    command: 'This article is not eligible',
    title: 'Not eligible for coding?',
    explain:
      'Say so when the article should not be in the study, for example since it is of another kind or cannot be read. It counts as missing, not as having nothing to code. The lead confirms it, or sends it back.',
    reason: 'Reason',
    confirm: 'Mark as not eligible',
    takeBack: 'Take it back',
    waits: 'You marked this article as not eligible. The lead has not decided yet.',
    confirmed: 'The lead confirmed that this article is not eligible. Nothing more is to be done here.',
  },
  reopen: {
    button: 'Reopen',
    title: 'Reopen this coding?',
    explain:
      'You go on with a copy. What you submitted stays as it is: agreement is always computed on the first submission.',
    reason: 'Reason',
    confirm: 'Reopen coding',
    reopened: (reason: string) => `Reopened: ${reason}`,
  },
  all: {
    command: 'Code other places with these words',
    chooseFirst: 'Choose an annotation first.',
    none: 'These words stand nowhere else in the article.',
    bar: (at: number, all: number, code: string) => `Place ${at} of ${all} with the same words: code it as ${code}?`,
    accept: 'Code this place',
    skip: 'Skip',
    stop: 'Stop',
    done: (n: number) => (n === 1 ? '1 place coded' : `${n.toLocaleString('en')} places coded`),
  },
  figures: {
    numbers: (n: number) =>
      n === 1
        ? '1 number is coded as neither sourced nor unsourced'
        : `${n.toLocaleString('en')} numbers are coded as neither sourced nor unsourced`,
    numbersHint: 'Dates, ages and numbers in names need no code. Press one to see it in the text.',
    unlinked: (n: number) =>
      n === 1
        ? '1 sourced figure is linked to no attribution'
        : `${n.toLocaleString('en')} sourced figures are linked to no attribution`,
  },
  cancel: 'Cancel',
} as const
