import { tokensOf, wordSegmenter } from '@/lib/text/tokens'

function cut(text: string, language = 'en'): string[] {
  return tokensOf(text, wordSegmenter(language)).map(({ from, to }) => text.slice(from, to))
}

test.each([
  ['words without punctuation', '“We go,” she said.', ['We', 'go', 'she', 'said']],
  ['a word with an apostrophe', "don’t Brisk's", ['don’t', "Brisk's"]],
  ['a number with separators', '1,250.5 people, 1.250,5 too', ['1,250.5', 'people', '1.250,5', 'too']],
  ['Arabic-Indic digits', 'قُتل ٤٠ شخصا', ['قُتل', '٤٠', 'شخصا']],
  ['a hashtag with underscores', 'tag #We_Are_Callis, #Hero.', ['tag', '#We_Are_Callis', '#Hero']],
  ['an account', '@port_callis wrote', ['@port_callis', 'wrote']],
  ['a right-to-left hashtag', '#شكرا_مارين now', ['#شكرا_مارين', 'now']],
  ['a hashtag in a script without spaces', '#大坝漏水', ['#大坝漏水']],
  ['the parts of an address, not as an account', 'ask ena@brisk.example', ['ask', 'ena', 'brisk.example']],
  ['no lone signs', 'C# & # @ 👍 —', ['C']],
])('finds %s', (_, text, tokens) => {
  expect(cut(text)).toEqual(tokens)
})
