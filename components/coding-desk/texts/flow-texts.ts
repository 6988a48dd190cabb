/** What a coder can do with a coding as a whole: ask the lead, say it is not eligible, reopen it; and repeated words. */
export const flowTexts = {
  ask: {
    command: 'Ask the lead a question about this place',
    open: 'Ask the lead …',
    selectFirst: 'Select the words, or choose the annotation, that the question is about.',
    mine: 'My questions',
    waiting: 'No answer yet',
    answer: 'Answer',
  },
  submit: {
    words: 'finish hand in done complete',
  },
  eligible: {
    command: 'This article is not eligible',
    takeBack: 'Take it back',
    waits: 'You marked this article as not eligible. The lead has not decided yet.',
    confirmed: 'The lead confirmed that this article is not eligible. Nothing more is to be done here.',
  },
  reopen: {
    button: 'Reopen',
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
  arriving: {
    waiting: 'Asking the server …',
    title: 'This needs the server',
    explain: 'The server did not answer. Check the connection and try again.',
    again: 'Try again',
  },
  cancel: 'Cancel',
} as const
