import { analyse } from 'chardet'
import { AppError } from '../errors'

export interface DecodedText {
  /** Line ends are LF, a byte-order mark is dropped; nothing else is altered. */
  text: string
  /** Name of the encoding the bytes were read in, e.g. "UTF-8" or "windows-1252". */
  encoding: string
  /** What a person should look at before going on. */
  warnings: string[]
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16BE' },
]

/**
 * Reads bytes as text: by their byte-order mark, else as UTF-8 when they are valid UTF-8, else in the encoding they
 * look like most.
 * @throws AppError invalid when they are no text or in no known encoding
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = byMark(bytes) ?? asUtf8(bytes) ?? byGuess(bytes)
  if (!decoded) throw new AppError('invalid', 'The encoding cannot be recognised. Save the file as UTF-8.')
  if (decoded.text.includes('\0')) {
    throw new AppError('invalid', 'This is not plain text: it holds NUL characters. Save it as plain text in UTF-8.')
  }
  return { ...decoded, text: withLineFeeds(decoded.text) }
}

/** Line ends CR LF and CR become LF. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte))
  if (!mark) return null
  const text = decode(bytes, mark.encoding)
  if (text === null)
    throw new AppError('invalid', `The file says it is ${mark.encoding}, but is not. Save it as UTF-8.`)
  return { text, encoding: mark.encoding, warnings: [] }
}

function asUtf8(bytes: Uint8Array): DecodedText | null {
  const text = decode(bytes, 'UTF-8')
  return text === null ? null : { text, encoding: 'UTF-8', warnings: [] }
}

function byGuess(bytes: Uint8Array): DecodedText | null {
  // A short text gives the detector nothing to go by; most such files come from Windows in the west.
  const names = [...analyse(bytes).map(({ name }) => name), 'windows-1252']
  for (const name of names) {
    const text = decode(bytes, name)
    // Control characters of the upper half are a sign of the wrong encoding.
    if (text === null || /[\u0080-\u009f]/.test(text)) continue
    const encoding = name === 'ISO-8859-1' ? 'windows-1252' : name
    return { text, encoding, warnings: [`Not UTF-8; read as ${encoding}. Check letters with accents.`] }
  }
  return null
}

/** What windows-1252 has from 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some versions of Node read windows-1252 as ISO-8859-1, which has control characters where quotes and dashes are. */
function withWindowsQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control)
}

/** The text, without its byte-order mark; null when the bytes are not in this encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return encoding === 'windows-1252' || encoding === 'ISO-8859-1' ? withWindowsQuotes(text) : text
  } catch {
    return null
  }
}
