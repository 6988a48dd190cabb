import fc from 'fast-check'
import { sliceCodePoints } from '@/lib/text/code-points'
import { SearchableText } from '@/lib/text/search'
import { anyText } from './random-text'

const wordsOf = (text: string, query: string) =>
  new SearchableText(text).find(query).map(({ start, end }) => sliceCodePoints(text, start, end))

describe('finding words in a text', () => {
  test('makes no difference between small and capital letters', () => {
    expect(wordsOf('The Ferry and the ferry', 'FERRY')).toEqual(['Ferry', 'ferry'])
  })

  test('finds words with and without accents, however these are stored', () => {
    expect(wordsOf('café, cafe\u0301, cafe', 'café').map((word) => word.normalize('NFC'))).toEqual([
      'café',
      'café',
      'cafe',
    ])
  })

  test('takes one form of quotation marks, dashes and blanks for another', () => {
    expect(wordsOf('the “long –\n run”', '"long - run"')).toEqual(['“long –\n run”'])
    expect(wordsOf('a\u00a0b', 'a b')).toEqual(['a\u00a0b'])
  })

  test('counts in code points, also behind characters of two UTF-16 units', () => {
    expect(new SearchableText('🛳🛳 quay').find('quay')).toEqual([{ start: 3, end: 7 }])
  })

  test('finds nothing for nothing, and no more than wanted', () => {
    expect(wordsOf('aaa', '  ')).toEqual([])
    expect(new SearchableText('a a a a').find('a', 2)).toHaveLength(2)
  })

  test('finds every word of a text where it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const searchable = new SearchableText(text)
        for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
          const found = searchable.find(word)
          expect(found.length).toBeGreaterThan(0)
          for (const { start, end } of found) {
            expect(new SearchableText(sliceCodePoints(text, start, end)).find(word)[0]?.start).toBe(0)
          }
        }
      }),
    )
  })
})
