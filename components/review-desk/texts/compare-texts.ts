const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Words of the comparison of readings: the table, and what differs at the boundaries. */
export const compareTexts = {
  title: 'Readings',
  caption: (codes: string) => `${codes}: what each reading says`,
  code: 'Code',
  words: 'Words',
  differs: 'differs',
  same: (n: number) => `${count(n, 'answer', 'answers')} on which all agree`,
  hideSame: 'Hide what all agree on',
  none: 'No answer',
  notAsked: 'Not asked of this code',
  nothing: 'Nothing here',
  nothingToCode: 'Submitted the text with nothing to code',
  ineligible: (reason: string) => `Holds the text not eligible: ${reason}`,
  standsFor: (written: string, name: string) => `${written} (${name})`,
  parts: { source: 'Source', cue: 'Cue' },
  noPart: 'none',
  note: 'Note',
  unsure: 'Unsure',
  isUnsure: 'unsure',
  version: 'Codebook version',
  links: 'Links',
  noLinks: 'none',
  elsewhere: 'an annotation elsewhere',
  linkFrom: (relation: string, to: string) => `${relation} → ${to}`,
  linkTo: (relation: string, from: string) => `${from} → ${relation} this`,
  stance: (letter: string, of: string) => (letter === of ? `${of} keeps its reading` : `${of} accepts ${letter}`),
  onlyNames: (names: string) => `Only ${names}:`,
  shortOnly: (words: string) => {
    const characters = [...words]
    return characters.length <= 64 ? words : `${characters.slice(0, 30).join('')} … ${characters.slice(-30).join('')}`
  },
  onlyLabel: (names: string) => `only ${names}`,
  take: (name: string) => `Take ${name}`,
  takeMore: (name: string) => `Take ${name} too, or leave it out again`,
  group: (index: number, of: number) => `${index} of ${of}`,
  readings: (letters: string, n: number) => (n === 1 ? `Reading ${letters}` : `Readings ${letters}`),
} as const
