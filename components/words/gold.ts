import type { Provenance } from '@/lib/coding/review/gold'

const annotations = (n: number) => (n === 1 ? '1 annotation' : `${n.toLocaleString('en')} annotations`)

/** Words of the gold layer of a text. */
export const gold = {
  title: 'Gold',
  show: (n: number) => `Show gold (${annotations(n)})`,
  hide: 'Show the text alone',
  lead: 'What is agreed and decided, derived from what coders submitted and the decisions on it. Press a mark to see where it comes from.',
  open: (n: number) =>
    n === 1
      ? '1 passage is still to be decided, so gold is not complete.'
      : `${n.toLocaleString('en')} passages are still to be decided, so gold is not complete.`,
  complete: 'Everything is decided: gold is complete.',
  toReview: 'Go to the review of this text',
  none: 'There is no gold annotation in this text.',
  eligibility: {
    nothing: 'It was decided that there is nothing to code in this text.',
    not_eligible: 'It was decided that this text should not be in the sample.',
  },
  pieces: 'Where each comes from',
  answers: 'Answers about the text',
  provenance: {
    agreed: 'All coders agree.',
    adjudicated: 'Adjudicated',
    single: 'Only one coder coded this text.',
    both_readings: 'All readings were kept',
  } satisfies Record<Provenance, string>,
  reading: (letter: string) => `reading ${letter}`,
  by: (name: string, date: string) => `by ${name}, ${date}`,
  coders: (names: string) => `From ${names}.`,
  inText: 'In the text',
  inReview: 'In the review',
  round: (number: number, title: string) => `Round ${number}: ${title}`,
}
