import { Paragraph } from '@tiptap/extension-paragraph'
import type { JSONContent } from '@tiptap/react'
import type { DocumentView } from '@/lib/coding/coding-view'
import { readingTexts } from '../texts/reading-texts'
import { type LineKind, lineKinds } from './line-kinds'
import type { Positions } from './positions'

/** Characters in one row of the page, roughly: enough to know how high a line is that is not laid out yet. */
const charactersInRow = 62

/**
 * The text as content of the editor: one block per line, which knows what it is to the reader. Attributes and not
 * decorations: with thousands of lines those would slow down every redrawing.
 */
export function contentOf(document: DocumentView, positions: Positions): JSONContent {
  const kinds = lineKinds(document, positions)
  const content = positions.lines.map((text, at): JSONContent => {
    const attrs = { line: kinds[at], rows: Math.ceil(text.length / charactersInRow) }
    return { type: 'paragraph', attrs, ...(text ? { content: [{ type: 'text', text }] } : {}) }
  })
  return { type: 'doc', content }
}

/** What the page says of a line; headlines are headings to screen readers, too. */
function htmlOf({ kind, begins, number, direction }: LineKind): Record<string, string | number> {
  const region = begins && (kind === 'byline' || kind === 'boilerplate') ? readingTexts.regions[kind] : null
  return {
    class: `is-${kind}`,
    ...(kind === 'headline' ? { role: 'heading', 'aria-level': 2 } : {}),
    ...(region === null ? {} : { 'data-region': region }),
    ...(number === null ? {} : { 'data-number': number }),
    ...(direction === null ? {} : { dir: direction }),
  }
}

/** A line of the text. */
export const Line = Paragraph.extend({
  addAttributes: () => ({
    line: { default: null, renderHTML: ({ line }) => (line === null ? {} : htmlOf(line)) },
    rows: { default: 1, renderHTML: ({ rows }) => ({ style: `--rows:${rows}` }) },
  }),
  // No keys and no commands: a line is never made or joined.
  addKeyboardShortcuts: () => ({}),
  addCommands: () => ({}),
})
