import type { DisagreementType } from '@/lib/coding/review/cluster'
import type { EligibilityVerdict } from '@/lib/coding/review/eligibility'
import type { Provenance } from '@/lib/coding/review/gold'

const passages = (n: number) => (n === 1 ? '1 passage' : `${n.toLocaleString('en')} passages`)
const texts = (n: number) => (n === 1 ? '1 text' : `${n.toLocaleString('en')} texts`)

/** So many characters of the words of a passage are enough to know it by. */
const longestName = 50

function short(quote: string): string {
  const characters = [...quote]
  return characters.length <= longestName ? quote : `${characters.slice(0, longestName).join('').trimEnd()} …`
}

/** Words of what a coder reads of the review of the own work. */
export const outcomes = {
  title: 'Outcomes',
  lead: 'What was decided where you and others coded the same text differently, with the reasons. Others are letters, another one in each passage.',
  none: 'Nothing is open to you yet',
  noneNext:
    'A text appears here when the lead has opened the round, you have submitted all your texts, and every coder has submitted that text. First you can discuss it; when every passage of it is decided, the decisions stand beside your work.',

  tasks: 'Sent back to you',
  tasksNote:
    'A reviewer asks you to look at these passages again. Reopen your coding to change it, or answer in the discussion. While it is reopened, nothing else stands here: submit it again.',
  reason: 'Reason',
  reopen: 'Reopen with this reason',
  reopening: 'Reopening…',
  openCoding: 'Open my coding',
  discuss: 'Discuss',
  isDone: 'You have submitted it again since.',
  wholeText: 'The text as a whole',

  decided: 'Decided',
  decidedNote: 'Every passage is decided. Your work stands beside the decision.',
  discussion: 'To discuss',
  discussionNote:
    'Where coders differ. Say what you see, and which reading you want; decisions appear when all are made.',
  text: 'Text',
  differing: 'Coders differ in',
  own: 'You differ from the decision in',
  comments: 'Comments',
  passages,
  unknown: 'Not compared: only the texts decided last are.',

  summary: 'Where my coding differs most',
  summaryNote: (compared: number, of: number) =>
    compared < of
      ? `Your work held against what was decided, in the ${texts(compared)} of ${of.toLocaleString('en')} that were decided last. Nobody else sees this, and nobody is ranked.`
      : `Your work held against what was decided, in ${texts(compared)}. Nobody else sees this, and nobody is ranked.`,
  summaryNone: 'Your work says everywhere what was decided.',
  summaryCaption: 'In which ways my coding differs from what was decided, with the rules',
  rule: 'The rule',
  times: (count: number, of: number) => `${count.toLocaleString('en')} of ${passages(of)}`,
  toRule: 'In the codebook',
  place: (quote: string, title: string) => (quote === '' ? title : `“${short(quote)}”, ${title}`),

  back: 'All outcomes',
  previous: 'Previous text',
  next: 'Next text',
  stateDecided: 'Every passage is decided.',
  stateDiscussion:
    'Not all is decided yet: you see where coders differ, and can discuss it. Decisions appear when all are made.',
  openOwn: 'My coding',
  layers: 'Your marks lie below the words, decisions above them. Press a mark to go to its passage.',
  layersOwn: 'Your marks lie below the words. Press a mark to go to its passage.',
  marks: 'Text',
  passagesTitle: 'Passages',
  agreed: (n: number) => (n === 0 ? '' : `In ${n.toLocaleString('en')} more, all say the same.`),
  nothingDiffers: 'All coders say the same, and it was decided so.',
  aboutText: 'Discussion of the text',
  thePassage: 'The passage',
  passage: (n: number) => `Passage ${n}`,

  others: (n: number) => (n === 1 ? 'The other coder' : `The ${n.toLocaleString('en')} other coders`),
  mine: 'Mine',
  mineIs: (letter: string) => `Mine (${letter})`,
  other: (letter: string) => `Coder ${letter}`,
  decision: 'Decided',
  why: 'Why',
  nothing: 'Nothing marked',
  nothingHere: 'nothing marked',
  nothingDecided: 'Nothing is marked here',
  nothingToCode: 'Nothing to code in the whole text',
  notEligible: (reason: string) => `Not eligible: ${reason}`,
  noAnswer: 'No answer',
  unsure: 'unsure',
  same: 'You say what was decided.',
  differs: 'Yours differs:',
  bothReadings: (letter: string) => `reading ${letter}`,
  onDay: (date: string) => `on ${date}`,
  eligibility: {
    code: 'It is to be coded',
    nothing: 'There is nothing to code in it',
    not_eligible: 'It should not be in the sample',
  } satisfies Record<EligibilityVerdict, string>,
  isSentBack: 'Sent back to its coders:',
  discussThis: (count: number) => (count === 0 ? 'Discuss this' : `Discussion (${count.toLocaleString('en')})`),

  /** How own work differs from a decision, in words for the coder. */
  ways: {
    omitted: (code: string) => `${code} was decided where you marked nothing`,
    added: (code: string) => `you marked ${code} where nothing was decided`,
    code: (own: string, decided: string) => `you marked ${own}, decided was ${decided}`,
    boundaries: (code: string) => `${code}: you begin or end elsewhere`,
    attribute: (code: string, attribute: string) => `${code}: another answer to ${attribute}`,
    split: (code: string) => `${code}: one stretch where several were decided, or the reverse`,
    link: (code: string, relation: string) => `${code}: another link (${relation})`,
    part: (code: string, part: string) => `${code}: another ${part}`,
    eligibility: 'whether the text is to be coded',
    answer: (question: string) => `another answer to ${question}`,
    noAnswer: (question: string) => `one of you gave no answer to ${question}`,
    version: (code: string) => `${code}: coded under another version of the codebook`,
  },

  provenance: {
    agreed: 'agreed',
    adjudicated: 'adjudicated',
    single: 'coded by one coder',
    both_readings: 'all readings kept',
  } satisfies Record<Provenance, string>,
}

/** Types that are about where a stretch begins and ends. */
export const boundaryTypes: readonly DisagreementType[] = ['D2a', 'D2b', 'D2c']
