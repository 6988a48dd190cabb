import { countText } from '@/lib/formats/agreement-report/numbers'

/** Words of what a report can be asked about. */
export const filterWords = {
  title: 'What is reported',
  show: 'Show report',
  reset: 'Back to the whole study',
  unit: 'Unit',
  unitOf: (unit: string) => `unit: ${unit.toLowerCase()}`,
  round: 'Round',
  roundOf: (round: number) => `round ${round}`,
  roundChoice: (number: number, title: string, version: string) => `${number} ${title} (codebook ${version})`,
  mainRounds: 'Main rounds',
  version: 'Codebook version',
  versionOf: (version: string) => `codebook ${version}`,
  lastVersion: 'That of the last round',
  set: 'Document set',
  allSets: 'All documents',
  seed: 'Seed',
  replicates: 'Bootstrap samples',
  coders: 'Coders',
  allCoders: 'all coders',
  codes: 'Codes',
  codesOf: (count: number) => (count === 1 ? '1 code' : `${countText(count)} codes`),
  allCodes: 'all codes',
  targets: 'Targets',
  noneIsAll: 'none ticked: all',
  wrongTitle: 'The address asks for no report',
  wrong: (field: string, allowed: string) => `The field “${field}” of the address must be ${allowed}.`,
  oneOf: (values: readonly string[]) => `one of ${values.join(', ')}`,
  wholeNumber: ({ min, max }: { min: number; max: number }) =>
    `a whole number from ${countText(min)} to ${countText(max)}`,
  aVersion: 'a version like 1.0.0',
  aList: (example: string, { separator, longest }: { separator: string; longest: number }) =>
    `a list like ${example}, with ${separator} between its entries, of at most ${longest} characters each`,
  targetsHint: (offered: number, all: number) => {
    const which = offered < all ? `the ${offered} most frequent of ${countText(all)}; ` : ''
    return `${which}ticked ones get rows of their own`
  },
}
