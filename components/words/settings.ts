import type { Blinding } from '@/lib/coding/blinding'
import type { RoundSwitches } from '@/lib/coding/round-switches'
import type { UnitLevel } from '@/lib/coding/unit-levels'

/** Words of the settings of a study and of its rounds. */
export const settings = {
  title: 'Settings',
  study: 'Study',
  studyTitle: 'Title',
  description: 'Description',
  descriptionHint: 'What the study is about. All members read it on the overview.',
  defaultUnit: 'Unit in which agreement is read first',
  defaultUnitHint: 'The unit of your analysis. The report shows the others beside it.',
  units: {
    token: 'Word',
    sentence: 'Sentence',
    paragraph: 'Paragraph',
    document: 'Document',
  } satisfies Record<UnitLevel, string>,
  blinding: 'Hidden from coders while they code',
  blindingNote:
    'Who knows where a text comes from may code what they expect. Hidden from now on; content notes are always shown.',
  hide: {
    hideOutlet: 'Outlet (and the address, which names it)',
    hideAuthor: 'Author',
    hidePublished: 'Date of publication',
    hideUrl: 'Address (url)',
  } satisfies Record<keyof Blinding, string>,
  save: 'Save settings',
  saving: 'Saving…',
  saved: 'Settings saved.',

  rounds: 'Rounds',
  roundsNote:
    'What the coding desk may suggest. A switch holds for all texts of its round, and counts at once; best leave it as it is once coding has begun.',
  purpose: { training: 'training', pilot: 'pilot', main: 'main', calibration: 'calibration', recode: 'recoding' },
  round: (number: number, title: string, purpose: string) => `Round ${number}: ${title} (${purpose})`,
  switches: {
    prefill: {
      name: 'Pre-fill the voice from the attribution around a span',
      why: 'Best left off: coders keep what is filled in for them, so pre-filled values inflate agreement.',
    },
    markAll: {
      name: 'Offer to mark all occurrences',
      why: 'Best left off: coders who take the same suggestion agree without reading, so shared suggestions inflate agreement.',
    },
  } satisfies Record<keyof RoundSwitches, { name: string; why: string }>,

  review: 'Review',
  reviewNote:
    'What reviewers are shown, and what coders learn of it. Both hold for all texts of their round, and count at once.',
  showNames: {
    name: 'Show reviewers who coded what',
    why: 'Best left off: who judges a reading should not know whose it is. Coders never see each other’s names.',
  },
  release: {
    title: (number: number, title: string) => `Round ${number}: ${title}`,
    closed: 'Closed to its coders: they learn nothing of the review, of each other, or of what was decided.',
    open: (date: string) => `Open to its coders since ${date}.`,
    means: 'When it is open, coders find under Outcomes, text by text:',
    discuss:
      'As soon as they have submitted all their texts, and every coder has submitted that text: where its coders differ, each coder a letter. They can discuss it, and say which reading they want.',
    decided:
      'As soon as every passage of that text is decided, unanimous ones included: the decisions with their reasons beside their own work, and in what their own work differs most, with the rules.',
    never: 'Never: names or notes of other coders, or how anybody else compares.',
    independent:
      'Texts coded later in this round are then coded by people who know decisions. Open it when the round is coded, or say so in your methods section.',
    stays: 'Closing it hides all of it again. What was seen stays seen.',
    openIt: 'Open to coders',
    openTitle: (number: number, title: string) => `Open round ${number}, ${title}, to its coders?`,
    sees: 'Whoever has submitted all texts then finds under Outcomes where the coders of a text differ, and, where all of it is decided, the decisions with their reasons.',
    seen: 'You can close it again, but what was seen stays seen.',
    left: (name: string, pseudonym: string, texts: number) =>
      `${name} (${pseudonym}) has ${texts === 1 ? '1 text' : `${texts.toLocaleString('en')} texts`} left.`,
    anyway: 'Open anyway?',
    openAnyway: 'Open anyway',
    confirm: 'Open',
    closeIt: 'Close to coders',
    working: 'One moment…',
  },
}
