const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Texts of the questions beside the text, about an annotation and about the article. */
export const questionTexts = {
  required: 'required',
  prefilled: 'pre-filled',
  confirm: 'Nobody has checked this answer yet. Press to keep it.',
  explain: 'Explain',
  choose: 'Choose …',
  yes: 'Yes',
  no: 'No',
  none: 'No answer',
  several: 'Several: separate them with ;',
  names: {
    hint: 'Type a name, or pick one from the list',
    list: 'Names',
    fromText: 'From the text',
    approved: 'Names of the study',
    own: 'You wrote before',
    also: (alias: string) => `also “${alias}”`,
    asNew: (name: string) => `Use “${name}” as a new name`,
    remove: (name: string) => `Remove ${name}`,
  },
  article: {
    title: 'About this article',
    open: (n: number) => `${n.toLocaleString('en')} to answer`,
    missing: (n: number) => `${count(n, 'question', 'questions')} about the article must still be answered:`,
    command: 'Go to the questions about the article',
  },
  take: {
    command: 'Take the selected words as the answer to the annotation you had in hand',
    offer: (question: string) => `Use as ${question} of`,
    taken: (question: string, words: string) => `${question}: ${words}`,
    nothing: 'Choose an annotation that asks for a name, then select the words that name it.',
  },
} as const
