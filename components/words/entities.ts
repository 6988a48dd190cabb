import type { EntityKind } from '@/lib/coding/entity-names'

const kinds: Record<EntityKind, string> = {
  ...{ person: 'Person', body: 'Body', group: 'Group', place: 'Place', event: 'Event' },
}

/** Words of the list of names: persons, bodies, groups, places and events that coders name. */
export const entities = {
  title: 'Names',
  lead: 'Which words stand for the same person, body, group, place or event. What coders wrote stays as it is; agreement and exports compare the names given here.',
  kinds,
  kind: 'Kind',
  kindAndWords: (kind: EntityKind, aliases: string[]) =>
    aliases.length === 0 ? kinds[kind] : `${kinds[kind]}, also ${aliases.join(', ')}`,
  name: 'Name',

  unknown: 'Words without a name',
  unknownNote:
    'What coders wrote as target or source in submitted codings. Until it is decided, every word is compared as it was written.',
  word: 'Word',
  uses: 'Times used',
  decide: 'Decide',
  decideOn: (word: string) => `Decide: ${word}`,
  closeDecision: 'Close',
  decisionOn: (word: string) => `What ${word} stands for`,
  also: (spellings: string[]) => `also written ${spellings.join(', ')}`,
  isNew: 'It is a name of its own',
  approve: 'Approve',
  isAlias: 'It is another word for',
  choose: 'Choose a name',
  addAlias: 'Add to this name',
  moreWords: (count: number) =>
    `${count.toLocaleString('en')} rarer ${count === 1 ? 'word is' : 'words are'} listed as soon as others have a name.`,
  allDecided: 'Every word has a name',
  noWords: 'No words yet',
  noWordsNext: 'Words appear here when coders who named a target or source submit.',
  showAll: (count: number) => `Show all ${count.toLocaleString('en')} words`,

  approved: 'Approved names',
  approvedNote: 'Coders are offered these while they type. They see no numbers and not who wrote what.',
  noneApproved: 'No name is approved yet',
  noneApprovedNext: 'Approve a word above, or add a name below before coding begins.',
  aliases: 'Other words',
  edit: 'Edit',
  editName: (name: string) => `Edit ${name}`,
  closeEdit: 'Close',
  rename: 'Save name',
  renameHint: 'The name it has now stays as another word for it.',
  newAlias: 'Another word for it',
  addAliasHere: 'Add word',
  removeAlias: 'Take away',
  removeAliasOf: (alias: string) => `Take away: ${alias}`,
  mergeInto: 'It is the same as',
  merge: 'Merge',
  archive: 'Archive',
  archiveTitle: (name: string) => `Take ${name} out of the list?`,
  archiveNote:
    'Coders are no longer offered it, and its words are compared as they were written. Nothing coded changes, and it can be put back.',
  archiveConfirm: 'Archive name',

  add: 'Add a name',
  addNote: 'For example the persons of your hypotheses, before coding begins.',
  addIt: 'Add name',
  saving: 'Saving…',

  archived: 'Archived',
  archivedNote: 'Out of the list; their words count as written.',
  restore: 'Put back',
}
