import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { DocumentView } from '@/lib/coding/coding-view'
import type { Positions } from '../positions'

/** The number of the first line of the headline region; the first line where the document names no headline. */
function headlineLines(document: DocumentView, positions: Positions): Set<number> {
  const regions = document.regions.filter(({ kind }) => kind === 'headline')
  if (regions.length > 0) return new Set(regions.map(({ start }) => positions.lineOf(start)))
  const first = document.paragraphs[0]
  const isShort = (document.paragraphs[1] ?? 0) - (first ?? 0) <= 200
  return first !== undefined && isShort && document.paragraphs.length > 2
    ? new Set([positions.lineOf(first)])
    : new Set()
}

/** What every line is to the reader: headline, numbered paragraph, or a blank line. Never changes, so drawn once. */
function lineMarks(document: DocumentView, positions: Positions): Decoration[] {
  const headlines = headlineLines(document, positions)
  const numbers = new Map<number, number>()
  for (let at = 0; at < document.paragraphs.length; at += 2) {
    const line = positions.lineOf(document.paragraphs[at] ?? 0)
    if (!numbers.has(line)) numbers.set(line, at / 2 + 1)
  }
  return positions.lines.map((line, number) => {
    const from = positions.blockPosition(number)
    const kind = headlines.has(number) ? 'is-headline' : numbers.has(number) ? 'is-paragraph' : 'is-blank'
    const paragraph = numbers.get(number)
    const attributes = paragraph === undefined ? { class: kind } : { class: kind, 'data-number': String(paragraph) }
    return Decoration.node(from, from + line.length + 2, attributes)
  })
}

/** Numbers the paragraphs in the margin and sets the headline larger. */
export const LineMarks = Extension.create<{ document: DocumentView | null; positions: Positions | null }>({
  name: 'lineMarks',
  addOptions: () => ({ document: null, positions: null }),
  addProseMirrorPlugins() {
    const { document, positions } = this.options
    if (!document || !positions) return []
    let set: DecorationSet | null = null
    return [
      new Plugin({
        props: {
          decorations(state) {
            set ??= DecorationSet.create(state.doc, lineMarks(document, positions))
            return set
          },
        },
      }),
    ]
  },
})
