import { Paragraph } from '@tiptap/extension-paragraph'
import type { JSONContent } from '@tiptap/react'
import type { DocumentView } from '@/lib/coding/coding-view'
import type { Positions } from '../positions'

/** Longer first lines are the beginning of the text rather than its headline; code points. */
const longestHeadline = 200

/** The lines of the headline region; where the document names none, a short first line. */
function headlineLines({ regions, paragraphs }: DocumentView, positions: Positions): Set<number> {
  const headlines = regions.filter(({ kind }) => kind === 'headline')
  if (headlines.length > 0) return new Set(headlines.map(({ start }) => positions.lineOf(start)))
  const [start, end] = paragraphs
  if (start === undefined || end === undefined || paragraphs.length <= 2) return new Set()
  return end - start <= longestHeadline ? new Set([positions.lineOf(start)]) : new Set()
}

/**
 * The text as content of the editor: one block per line, which knows what it is to the reader (headline, numbered
 * paragraph, blank). Attributes and not decorations: with thousands of lines those would slow down every redrawing.
 */
export function contentOf(document: DocumentView, positions: Positions): JSONContent {
  const headlines = headlineLines(document, positions)
  const numbers = new Map<number, number>()
  for (let at = 0; at < document.paragraphs.length; at += 2) {
    const line = positions.lineOf(document.paragraphs[at] ?? 0)
    if (!numbers.has(line)) numbers.set(line, at / 2 + 1)
  }
  const content = positions.lines.map((line, at): JSONContent => {
    const number = numbers.get(at) ?? null
    const kind = headlines.has(at) ? 'is-headline' : number === null ? 'is-blank' : 'is-paragraph'
    return { type: 'paragraph', attrs: { kind, number }, ...(line ? { content: [{ type: 'text', text: line }] } : {}) }
  })
  return { type: 'doc', content }
}

/** A line of the text. */
export const Line = Paragraph.extend({
  addAttributes: () => ({
    kind: { default: 'is-paragraph', renderHTML: ({ kind }) => ({ class: kind }) },
    number: { default: null, renderHTML: ({ number }) => (number === null ? {} : { 'data-number': number }) },
  }),
  // No keys and no commands: a line is never made or joined.
  addKeyboardShortcuts: () => ({}),
  addCommands: () => ({}),
})
