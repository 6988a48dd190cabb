import type { DisagreementType } from '@/lib/coding/review/cluster'
import type { Cause, Method, Outcome } from '@/lib/coding/review/decision'
import { disagreementNames } from '@/lib/coding/review/disagreement-names'
import type { ReviewState } from '@/lib/coding/review/review-view'

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** What the types of disagreement are called, and what each means. */
export const disagreements: Record<DisagreementType | 'agreed', { name: string; means: string }> = {
  D1: { name: disagreementNames.D1, means: 'One coder marked it, another who read the same text did not.' },
  D2a: {
    name: disagreementNames.D2a,
    means: 'Only white space, punctuation, quotes or an article at the ends differ.',
  },
  D2b: { name: disagreementNames.D2b, means: 'The same code; one stretch lies within the other.' },
  D2c: { name: disagreementNames.D2c, means: 'The same code; each stretch has words that the other lacks.' },
  D3: { name: disagreementNames.D3, means: 'Different codes of one family for the same target.' },
  D4: { name: disagreementNames.D4, means: 'The same code, another answer to one of its questions.' },
  D5: { name: disagreementNames.D5, means: 'One stretch of one coder is several of another.' },
  D6: { name: disagreementNames.D6, means: 'The same stretches, linked in another way.' },
  D7: { name: disagreementNames.D7, means: 'Source or cue of an attribution differ.' },
  D8: {
    name: disagreementNames.D8,
    means: 'Some hold that there is nothing to code here, or that the text is not eligible.',
  },
  D9: { name: disagreementNames.D9, means: 'Coded under different versions of the codebook.' },
  agreed: { name: 'Agreed', means: 'All coders say the same.' },
}

export const causes: Record<Cause, { name: string; means: string }> = {
  slip: { name: 'Slip', means: 'Overlooked or mistyped; the coder knows better.' },
  rule_misread: { name: 'Rule misread', means: 'The codebook is clear, and was read otherwise.' },
  rule_gap: { name: 'Gap in the rules', means: 'The codebook does not say.' },
  rule_conflict: { name: 'Rules in conflict', means: 'Two rules of the codebook say different things.' },
  ambiguous_text: { name: 'Ambiguous text', means: 'The text can be read in more than one way.' },
  boundary_habit: { name: 'Boundary habit', means: 'Where to begin and end, by habit rather than rule.' },
  entity: { name: 'Who is meant', means: 'Whom a word refers to was read differently.' },
  background_knowledge: { name: 'Background knowledge', means: 'One coder knew what the text does not say.' },
  interface: { name: 'Interface', means: 'The tool was misunderstood or in the way.' },
  double_reading: { name: 'True double reading', means: 'Both readings are right.' },
}

/** The causes in the order of their keys. Without the schema they are parsed with: pages would send all of zod for it. */
export const causeOrder = Object.keys(causes) as Cause[]

/** What was decided, as lists and records say it. */
export const outcomeNames: Record<Outcome, string> = {
  accept: 'Accepted',
  merge: 'Merged',
  write_new: 'Written anew',
  reject_all: 'All rejected',
  keep_both: 'All readings kept',
  send_back: 'Sent back',
  withdraw: 'Decision taken back',
}

export const methodNames: Record<Method, string> = {
  arbiter: 'Arbiter',
  consensus: 'Consensus of the coders',
  majority: 'Majority',
  expert: 'Expert',
  rule: 'By rule',
  unanimous: 'Unanimous',
}

export const stateNames: Record<ReviewState, string> = {
  open: 'Open',
  decided: 'Decided',
  stale: 'Changed since',
  sent_back: 'Sent back',
}

/** Words of the queue of the review. */
export const queue = {
  title: 'Review',
  lead: 'Where coders of one text differ, the hardest first. What they submitted stays as it is.',
  left: (toDecide: number, unanimous: number) => {
    if (toDecide + unanimous === 0) return 'Nothing left to decide'
    const parts = [
      ...(toDecide > 0 ? [`${count(toDecide, 'disagreement', 'disagreements')} left to decide`] : []),
      ...(unanimous > 0 ? [`${count(unanimous, 'unanimous cluster', 'unanimous clusters')} to accept`] : []),
    ]
    return parts.join(', ')
  },
  leftWhileComparing: 'Nothing to decide yet',
  leftOf: (n: number) => `${n.toLocaleString('en')} match these filters`,
  next: 'Review next',
  nextHint: 'Opens the hardest one that is still to be decided',

  documents: (reviewable: number, all: number) =>
    `${reviewable.toLocaleString('en')} of ${count(all, 'text', 'texts')} can be reviewed`,
  waiting: (n: number) =>
    n === 1
      ? '1 text waits: not all of its coders have submitted. Nothing of it is shown before.'
      : `${n.toLocaleString('en')} texts wait: not all of their coders have submitted. Nothing of them is shown before.`,
  revised: (n: number) =>
    `${count(n, 'coding was', 'codings were')} reopened and submitted again: the newest submission is compared.`,
  otherCounts: {
    title: 'Why the agreement report can count otherwise',
    reasons: [
      'It compares the first submission of each coding, the review the newest.',
      'It leaves out what was marked in boilerplate, or with codes that are switched off.',
      'It compares its reliability sample under one version of the codebook, the review all codings of the round.',
      'Only the review asks about texts that a coder holds not eligible.',
    ],
  },
  namesHidden: 'Names of coders are hidden. The lead can show them in the settings.',
  computing: (done: number, of: number) =>
    `Comparing texts: ${done.toLocaleString('en')} of ${of.toLocaleString('en')} done`,
  computingHint: 'You can begin. What is still being compared joins the list by itself.',

  filters: 'Filters',
  types: 'Type',
  states: 'State',
  toDecide: 'To decide',
  anyState: 'All',
  anyType: 'All types',
  round: 'Round',
  roundOf: (number: number, title: string) => `${number}. ${title}`,
  code: 'Code',
  pair: 'Pair of coders',
  document: 'Text',
  cause: 'Cause',
  assignee: 'Assigned to',
  kind: 'About',
  kinds: { spans: 'Stretches of the text', variable: 'Answers about the text', eligibility: 'Whether to code' },
  any: 'All',
  nobody: 'Nobody',
  me: 'Me',
  show: 'Show',
  reset: 'Remove all filters',
  withCount: (label: string, n: number) => `${label} (${n.toLocaleString('en')})`,

  listCaption: 'Clusters of disagreement: words, text, codes, types, state, and who is to decide',
  wholeText: 'The text as a whole',
  answer: (question: string) => `Answer: ${question}`,
  firstPage: 'First page',
  nextPage: 'Next page',

  comparing: 'The texts are still being compared',
  comparingNext: 'What is to be decided appears here by itself.',
  none: 'No disagreement waits',
  noneNext: 'As soon as all coders of a text have submitted it, what they differ in appears here by itself.',
  onlyAgreed: 'No disagreement is left',
  onlyAgreedNext: 'What is left are clusters on which all agree. Accept them in one step, below.',
  noneFiltered: 'Nothing matches these filters',
  noneFilteredNext: 'Remove a filter, or show all.',
  finished: 'Everything is decided',
  finishedNext: 'The gold of each text is complete: read it on the page of the text, or export it.',
  toExports: 'Go to the exports',
  toDocuments: 'Go to the texts',

  toSteps: 'Decide many in one step',
  inOneStep: 'In one step',
  inOneStepNote: 'Each step can be taken back as a whole. Decisions made one by one are never touched.',
  unanimous: {
    title: 'Unanimous',
    means: 'Stretches and answers on which all coders agree in every respect become gold as they are.',
    do: (n: number) => `Accept ${count(n, 'unanimous one', 'unanimous ones')}`,
    doInAll: (n: number) => `Accept ${count(n, 'unanimous one', 'unanimous ones')} in all texts`,
    none: 'None waits.',
  },
  rules: 'Decide by rule',
  rulesNote:
    'Off unless you switch it on here. What a rule decides is marked “by rule” wherever it is shown and exported.',
  trivial: {
    title: 'Trivial boundaries',
    means:
      'Where the only difference is white space, punctuation, quotes or an article at the ends: the longest of the stretches, without white space at its ends.',
    do: (n: number) => `Decide ${n.toLocaleString('en')} by this rule`,
    doInAll: (n: number) => `Decide ${n.toLocaleString('en')} by this rule in all texts`,
  },
  half: {
    title: 'Same code and target, at least half shared',
    means:
      'Where nothing but the boundaries differs, code and target are the same, and every pair of stretches shares at least half of what they cover together (intersection over union of .5): the longest of the stretches, without white space at its ends.',
    do: (n: number) => `Decide ${n.toLocaleString('en')} by this rule`,
    doInAll: (n: number) => `Decide ${n.toLocaleString('en')} by this rule in all texts`,
  },
  ruleTitle: (n: number) => `Decide ${count(n, 'cluster', 'clusters')} by rule?`,
  ruleConfirm: 'Switch on and decide',
  ruleUndo: 'The step can be taken back as a whole. Causes are not recorded; the method is “by rule”.',
  ruleNone: 'The rule would decide nothing.',
  working: 'Working …',

  batches: 'Steps taken',
  batch: (decisions: number, what: string, at: string, by: string) =>
    `${what}: ${count(decisions, 'decision', 'decisions')}, ${at}, ${by}`,
  undo: 'Take back',
  undoOf: (what: string, at: string) => `Take back: ${what}, ${at}`,

  assign: 'Assign',
  assignNote:
    'Shares the texts that match the filters out evenly. Nobody gets a text they coded themselves, unless there is nobody else.',
  assignTo: 'To',
  assignDo: 'Share out',
  assignNobodyChosen: 'Choose somebody.',
  assignToNobody: 'Assign to nobody',
  unassigned: (n: number) => `${count(n, 'text', 'texts')} assigned to nobody`,
  assigned: (n: number) => `${count(n, 'text', 'texts')} shared out`,
} as const
