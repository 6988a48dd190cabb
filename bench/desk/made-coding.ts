import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { v7 as newId } from 'uuid'
import type { CodedRow } from '../../lib/coding/change'
import type { Codebook } from '../../lib/coding/codebook'
import type { DocumentView } from '../../lib/coding/coding-view'
import { freezeUnits } from '../../lib/text/units'
import { madeCodebook } from '../made-study'

/** How long a text is and how much is coded in it. */
export interface DeskSize {
  words: number
  spans: number
}

/** A news wire, a long feature, and a book; the spans overlap, nest, cross, run over paragraphs and coincide. */
export const deskSizes: readonly DeskSize[] = [
  { words: 1_000, spans: 50 },
  { words: 12_000, spans: 600 },
  { words: 100_000, spans: 5_000 },
]

export interface MadeCoding {
  document: DocumentView
  codebook: Codebook
  rows: CodedRow[]
}

const wordList =
  'harbour council ferry bridge mayor toll strike vote river market school road crew union budget lamp a the of to in'.split(
    ' ',
  )
const patterns = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7a5200']

type Below = (n: number) => number

/** Paragraphs of 40 to 120 words under a headline. */
function madeText(words: number, below: Below): string {
  const paragraphs = ['Harbour strike enters its third week']
  for (let left = words - 6; left > 0; ) {
    const count = Math.min(left, 40 + below(81))
    left -= count
    paragraphs.push(`${Array.from({ length: count }, () => wordList[below(wordList.length)]).join(' ')}.`)
  }
  return paragraphs.join('\n\n')
}

/** Stretches of 1 to 40 words; one in ten covers exactly the same words as the one before it. */
function madeRows(count: number, document: DocumentView, codes: readonly string[], below: Below): CodedRow[] {
  const { tokens } = document
  const words = tokens.length / 2
  let last = { start: 0, end: 1 }
  return Array.from({ length: count }, (): CodedRow => {
    const first = below(words - 40)
    const isAgain = below(10) === 0
    const fresh = { start: tokens[2 * first] ?? 0, end: tokens[2 * (first + below(40)) + 1] ?? 1 }
    last = isAgain ? last : fresh
    const segments = [{ part: 'span' as const, ...last }]
    const code = codes[below(codes.length)] ?? ''
    const value = { code, segments, attributes: {}, note: '', unsure: below(20) === 0, touched: [] }
    return { id: newId(), kind: 'annotation', version: 1, deleted: false, value }
  })
}

/** A text with its codebook of ten codes and what a coder has coded in it; the same for the same size. */
export function madeCoding({ words, spans }: DeskSize): MadeCoding {
  const generator = xoroshiro128plus(words)
  const below = (n: number) => uniformInt(generator, 0, n - 1)
  const text = madeText(words, below)
  const book = madeCodebook(10)
  const codebook = {
    ...book,
    codes: book.codes.map((code, i) => ({
      ...code,
      colour: colours[i % colours.length] ?? code.colour,
      pattern: patterns[i % patterns.length] ?? code.pattern,
      shortcut: 'qwertzuiop'[i],
      attributeKeys: [],
    })),
  }
  const document: DocumentView = {
    ...{ id: newId(), number: 1, title: `${words} words`, text, language: 'en', direction: 'ltr' },
    ...{ metadata: {}, regions: [], ...freezeUnits(text, 'en') },
  }
  const rows = madeRows(
    spans,
    document,
    codebook.codes.map(({ key }) => key),
    below,
  )
  return { document, codebook, rows }
}
