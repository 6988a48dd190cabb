import { sentenceSegmenter, sentencesOf } from '@/lib/text/sentences'

function cut(text: string, language = 'en'): string[] {
  return sentencesOf(text, sentenceSegmenter(language)).map(({ from, to }) => text.slice(from, to).trim())
}

/** Written with | where a sentence ends. */
test.each([
  ['a full stop ends a sentence', 'The dam leaked. | The bay rose.'],
  ['U.S. does not, within a name', 'Troops of the U.S. Army left. | They were tired.'],
  ['U.S. does not, before a small letter', 'He left the U.S. on Monday.'],
  ['U.S. does, before a word that usually opens a sentence', 'He left the U.S. | The dam held.'],
  ['titles do not', 'Mr. Orlo met Dr. Brisk and Gen. Hale. | Mrs. Marrin left.'],
  ['initials do not', 'J. Smith and A. B. Tarn spoke. | Nobody else did.'],
  ['"e.g." and "i.e." do not', 'Some ports, e.g. Tarn, i.e. the small ones, closed. | Others did not.'],
  ['"vs." does not', 'It was Tarn vs. Velmora. | Tarn won.'],
  ['"p." and "No." do not, before a number', 'See p. 4 and No. 5. | Then go on.'],
  ['"no." does, before a word', 'He said no. | Nobody heard him.'],
  ['a company goes on', 'Orlo Inc. Chairman Hale resigned. | He was paid.'],
  [
    'a time of day goes on or ends by the next word',
    'It began at 5 p.m. Monday and ended at 6 p.m. | The port was empty.',
  ],
  ['a decimal number is whole', 'Prices rose 3.5 per cent. | Wages did not.'],
  ['a closing quotation mark stays with its sentence', '“We buried eleven.” | The count was wrong.'],
  ['a closing quotation mark after a space stays too', 'He said “We go. ” | They went.'],
  ['so does the French one', '« Nous partons. » | Il part.'],
  ['and the German one', '»Wir gehen.« | Er ging.'],
  ['reported speech goes on after a question or a cry', '“Go!” she said. | “Why?” asked Brisk.'],
  ['two marks are one end', 'Really?! | Yes.'],
  ['an ellipsis before a capital ends a sentence', 'The bay rose… | Still, nobody left.'],
  ['an ellipsis before a small letter does not', 'The bay rose… and fell.'],
  ['a bracketed sentence is one', 'It closed. | (See the map.) | It opened.'],
  [
    'a note marker stays with the sentence before it',
    'The dam leaked.18 | The bay rose.[3] | Fish died.”4 | Then rain.¹² | All fled.',
  ],
  ['a version number is no note marker', 'The file v2.18 The Dam was lost.'],
  ['what has no letter is no sentence', 'It was over. … | Then rain.'],
  ['a bullet or a row of stars belongs to what follows', 'It was over. | *** Then rain. | • All fled.'],
])('%s', (_, marked) => {
  expect(cut(marked.replaceAll(' | ', ' '))).toEqual(marked.split(' | '))
})

test('languages other than English have their own ends and abbreviations', () => {
  expect(cut('مرحبا. كيف الحال؟ جيد.', 'ar')).toEqual(['مرحبا.', 'كيف الحال؟', 'جيد.'])
  expect(cut('大坝漏水了。海湾上涨。', 'zh')).toEqual(['大坝漏水了。', '海湾上涨。'])
  expect(cut('Das ist z.B. Herrn Dr. Brisk klar. Er geht.', 'de')).toEqual([
    'Das ist z.B. Herrn Dr. Brisk klar.',
    'Er geht.',
  ])
})

test('an unknown language tag is no obstacle', () => {
  expect(cut('One. Two.', 'not a tag')).toEqual(['One.', 'Two.'])
})

test('sentences cover their paragraph without a gap', () => {
  const text = '  “Go. ” Mr. Orlo left… Then?! 5.'
  const ranges = sentencesOf(text, sentenceSegmenter('en'))
  expect(ranges.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
})

test('a paragraph of a thousand digits after a stop is no trap', () => {
  const before = performance.now()
  cut(`ab.${'1'.repeat(5000)}x`)
  expect(performance.now() - before).toBeLessThan(1000)
})
