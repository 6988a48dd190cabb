import type { PassagePlace } from '@/lib/coding/codebook-search'

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** What changed, in words: "Hero: definition". */
const changed: Record<string, string> = {
  added: 'new',
  removed: 'removed',
  switched_on: 'in use now',
  switched_off: 'no longer in use',
  near_misses: 'near misses',
  alpha_min: 'wanted agreement',
  multiple: 'how many answers',
  condition: 'when it is asked',
  measurement: 'level of measurement',
  ends: 'what it links',
}

const places: Record<PassagePlace, string> = {
  name: 'Code',
  definition: 'Definition',
  include: 'Include',
  exclude: 'Do not include',
  example: 'Example',
  near_miss: 'Looks similar, but is not',
  note: 'Note',
  question: 'Question',
  rule: 'Rule for all codes',
}

/** Texts of the codebook beside the text. */
export const codebookTexts = {
  title: 'Codebook',
  version: (version: string) => `version ${version}`,
  of: (code: string) => `Codebook: ${code}`,
  open: 'Open the codebook',
  close: 'Close the codebook',
  all: 'All codes',
  search: 'Search the codebook',
  clear: 'Clear the search',
  found: (n: number) => (n === 0 ? 'Nothing found' : count(n, 'place', 'places')),
  notFound: 'No passage holds all these words.',
  places,
  rules: 'Rules for all codes',
  questions: 'What is asked',
  notes: 'Notes',
  documentCode: 'for the whole article',
  news: {
    badge: (n: number) => count(n, 'change', 'changes'),
    title: (since: string) => `Changed since your last coding (version ${since})`,
    what: (what: string) => changed[what] ?? what.replaceAll('_', ' '),
    before: 'Before',
    now: 'Now',
  },
  commands: {
    toggle: 'Open or close the codebook, on the code in hand',
    search: 'Search the codebook',
  },
} as const
