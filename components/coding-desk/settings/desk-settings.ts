/** What a coder sets for the desk, for all articles, in this browser. */
export interface DeskSettings {
  /** Reading type. */
  typeface: 'serif' | 'sans'
  /** Size of the reading type, from 0.75 to 2: 1 is the usual one. */
  size: number
  /** Whether the paragraphs are numbered. */
  numbers: boolean
  /** Whether a selection grows to whole words. */
  wholeWords: boolean
  /** Whether the codebook stays open beside the text, where there is room for it. */
  codebookOpen: boolean
  /** Whether single characters are keys of codes and commands: off for those who dictate to the computer. */
  oneKey: boolean
  /** Strokes given to commands and codes instead of their own, by the ids of keyboard/key-map.ts. */
  ownKeys: Record<string, string[]>
}

export const usualSettings: DeskSettings = {
  typeface: 'serif',
  size: 1,
  numbers: true,
  wholeWords: false,
  codebookOpen: false,
  oneKey: true,
  ownKeys: {},
}

type Read<Value> = (stored: unknown) => stored is Value

const isBoolean = (stored: unknown) => typeof stored === 'boolean'
const isTypeface = (stored: unknown) => stored === 'serif' || stored === 'sans'
const isSize = (stored: unknown): stored is number => typeof stored === 'number' && stored >= 0.75 && stored <= 2

function isStrokes(stored: unknown): stored is string[] {
  if (!Array.isArray(stored) || stored.length > 4) return false
  return stored.every((one) => typeof one === 'string' && one.length <= 40)
}

function isObject(stored: unknown): stored is Record<string, unknown> {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
}

function isOwnKeys(stored: unknown): stored is DeskSettings['ownKeys'] {
  return isObject(stored) && Object.entries(stored).every(([id, strokes]) => id.length <= 64 && isStrokes(strokes))
}

/**
 * Reads what was stored; what cannot be read counts as never set. Without zod, which everything else is parsed with: the
 * desk needs it for nothing else, and it would be a tenth of all that the desk sends.
 */
export function readSettings(stored: unknown): DeskSettings {
  const from = isObject(stored) ? stored : {}
  function read<Key extends keyof DeskSettings>(key: Key, isRight: Read<DeskSettings[Key]>): DeskSettings[Key] {
    const value = from[key]
    return isRight(value) ? value : usualSettings[key]
  }
  return {
    typeface: read('typeface', isTypeface),
    size: read('size', isSize),
    numbers: read('numbers', isBoolean),
    wholeWords: read('wholeWords', isBoolean),
    codebookOpen: read('codebookOpen', isBoolean),
    oneKey: read('oneKey', isBoolean),
    ownKeys: read('ownKeys', isOwnKeys),
  }
}
