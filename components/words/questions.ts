/** Words of the lead's page of coders' questions. */
export const questions = {
  title: 'Questions',
  lead: 'What coders ask about a passage. Only the coder who asked sees the answer.',
  heldBack: 'You code in this study. Questions about texts that you have still to submit appear when you have.',
  none: 'No questions',
  noneNext: 'Coders ask at the desk, about the words they have selected. This page refreshes itself.',
  open: (count: number) => `Open (${count.toLocaleString('en')})`,
  noneOpen: 'Every question is answered.',
  answered: 'Answered',
  asked: (pseudonym: string, name: string, date: string) => `${pseudonym} ${name}, ${date}`,
  answer: 'Answer',
  answerOn: (date: string) => `Answered on ${date}`,
  makeRule: 'Make it a rule',
  makeRuleHint:
    'Adds the words of the answer to the rules in the draft of the codebook. Coders see them when you publish it. Write nothing of the text.',
  isRule: (version: string) => `A rule in version ${version} of the codebook.`,
  toCodebook: 'See the codebook',
  send: 'Send the answer',
  sending: 'Sending…',
  change: 'Change the answer',
  changeKeepsRule:
    'A rule made of this answer stays in the codebook as it is. Change it there, or tick below to add the new words too.',
}
