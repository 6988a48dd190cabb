import fc from 'fast-check'
import { decodeText } from '@/lib/formats/decode-text'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test('UTF-8 is read as it stands', () => {
  expect(decodeText(bytes('Café 👩🏽‍✈️'))).toEqual({ text: 'Café 👩🏽‍✈️', encoding: 'UTF-8', warnings: [] })
})

test('any well-formed text without NUL and CR comes back unaltered', () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\r]/.test(text) && !text.startsWith('\ufeff'))
  fc.assert(fc.property(texts, (text) => expect(decodeText(bytes(text)).text).toBe(text)))
})

test('a byte-order mark names the encoding and is dropped', () => {
  expect(decodeText(bytes('\ufeffTarn'))).toMatchObject({ text: 'Tarn', encoding: 'UTF-8' })
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x54, 0, 0x3d, 0xd8, 0x4d, 0xdc))).toMatchObject({
    text: 'T👍',
    encoding: 'UTF-16LE',
  })
  expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x54))).toMatchObject({ text: 'T', encoding: 'UTF-16BE' })
})

test('line ends become LF and nothing else is altered', () => {
  expect(decodeText(bytes(' a\r\nb\rc\n\u00a0e\u0301 ')).text).toBe(' a\nb\nc\n\u00a0e\u0301 ')
})

test('text of western Windows is recognised by its words, with a warning', () => {
  const text = 'Hélène a été à la fête du port de Tarn, où les pêcheurs ont réparé la digue après la tempête. '
  const decoded = decodeText(latin(text.repeat(3)))
  expect(decoded).toMatchObject({ text: text.repeat(3), encoding: 'windows-1252' })
  expect(decoded.warnings).toEqual([expect.stringMatching(/read as windows-1252/)])
})

test('a word alone is enough', () => {
  expect(decodeText(latin('caf\xe9')).text).toBe('café')
})

test.each([
  ['NUL characters', bytes('a\0b'), /NUL/],
  ['half of a surrogate pair', Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8, 0x54, 0), /UTF-16LE/],
  ['bytes of no encoding', Uint8Array.of(0xff, 0x81, 0x8d, 0x9d, 0x90), /Save (the file|it)/],
])('%s are refused', (_, input, message) => {
  expect(() => decodeText(input)).toThrow(message)
})

it('reads a short French text from Windows in the western encoding, and says to check it', () => {
  const text =
    'Le maire a promis la reconstruction du pont à Besançon. L’opposition l’accuse d’avoir trompé les élèves où ça ne coûte rien. Près de 300 personnes ont défilé samedi.'
  const western: Record<string, number> = { '’': 0x92 }
  const bytes = Uint8Array.from(text, (letter) => western[letter] ?? letter.charCodeAt(0))
  expect(decodeText(bytes)).toMatchObject({ text, encoding: 'windows-1252', warnings: [expect.any(String)] })
})
