/** Words of discussions: of a passage, a text or a code. */
export const discussion = {
  title: 'Discussion',
  about: { cluster: 'About this passage', document: 'About this text', code: 'About this code' },
  lead: {
    cluster:
      'Reviewers and the coders of this text read it, the coders once the round is open to them. Coders are letters.',
    document:
      'Reviewers and the coders of this text read it, the coders once the round is open to them. Coders are letters.',
    code: 'Reviewers read it, and coders whose rounds are open to them. Coders are letters. Nobody quotes a text here.',
  },
  none: 'Nobody has said anything yet.',
  comments: (count: number) => (count === 1 ? '1 comment' : `${count.toLocaleString('en')} comments`),
  list: 'Comments, oldest first',
  you: 'You',
  mentioned: 'mentions you',
  write: 'Comment',
  writeHint: 'Type @ to mention somebody.',
  answer: 'Answer',
  send: 'Send',
  sending: 'Sending…',
  loading: 'Reading the discussion…',
  unreadable: 'The discussion could not be read.',
  again: 'Try again',
  offered: (count: number) =>
    count === 1 ? '1 person: Enter mentions them' : `${count} people: choose with the arrow keys, Enter mentions one`,
  people: 'People to mention',
  noPeople: 'Nobody here is called so',

  stances: 'What the coders want',
  stancesLead: 'A reviewer decides. Where all coders want the same, that is said to the reviewer as your consensus.',
  stancesForReviewers: 'Each coder can keep the own reading or accept another’s, once the round is open to coders.',
  ask: 'Which reading should stand?',
  keep: (own: string) => `Keep mine (${own})`,
  accept: (letter: string) => `Accept ${letter}`,
  saidNothing: 'not said yet',
  keeps: (letter: string) => `own reading (${letter})`,
  accepts: (letter: string) => `reading ${letter}`,
  coder: (letter: string) => `Coder ${letter}:`,
  yourself: (letter: string) => `You (${letter}):`,
  agreed: (letter: string) => `Consensus: all coders want reading ${letter}.`,
  notAgreed: (said: number, of: number) => `No consensus yet: ${said} of ${of} have said what they want.`,

  mentions: 'Mentions of me',
  mentionsCaption: 'Comments that mention you, the newest first',
  inCode: (code: string) => `Code ${code}`,
  open: 'Open the discussion',
}
