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
}
