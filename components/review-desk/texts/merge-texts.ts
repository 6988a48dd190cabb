const mostShown = 60

/** Words of making one annotation of several readings. */
export const mergeTexts = {
  code: 'Code',
  place: 'Words',
  places: { content: 'Content', source: 'Source', cue: 'Cue' },
  as: (names: string, what: string) => `${names}: ${what}`,
  shortened: (words: string) => {
    const characters = [...words]
    if (characters.length <= mostShown) return `“${words}”`
    const half = Math.floor(mostShown / 2) - 2
    return `“${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}”`.replaceAll('… …', '…')
  },
  noPart: 'none',
  union: 'All words of all',
  intersection: 'Only the words all share',
  allAnswers: 'All of them',
  sharedAnswers: 'Only those all name',
  take: 'Becomes gold',
  yes: 'Yes',
  no: 'No, leave it out',
  result: 'Result',
  resultOpen: 'Choose above what differs; what all agree on is taken as it is.',
  agreedOn: (labels: string) => `All agree on: ${labels}`,
} as const
