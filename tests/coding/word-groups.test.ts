import { groupedWords } from '@/lib/coding/word-groups'

describe('the words without a name', () => {
  it('come with the most frequent first, spellings of one word together', () => {
    const used = [
      { word: 'Orsa', uses: 3 },
      { word: 'MARRIN', uses: 1 },
      { word: 'Marrin', uses: 2 },
      { word: ' Marrin ', uses: 1 },
      { word: 'Board', uses: 3 },
    ]
    expect(groupedWords(used, [])).toEqual([
      { word: 'Marrin', spellings: ['MARRIN'], uses: 4 },
      { word: 'Board', spellings: [], uses: 3 },
      { word: 'Orsa', spellings: [], uses: 3 },
    ])
  })

  it('leave out every spelling of a name or alias, and white space', () => {
    const used = ['marrin', 'Sela  Marrin', 'Orsa', '\u00a0'].map((word) => ({ word, uses: 1 }))
    const groups = groupedWords(used, [{ name: 'Sela Marrin', aliases: ['Marrin'] }])
    expect(groups.map(({ word }) => word)).toEqual(['Orsa'])
  })
})
