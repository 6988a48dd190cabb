import { Node } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import type { JSONContent } from '@tiptap/react'
import type { DocumentView } from '@/lib/coding/coding-view'
import { readingTexts } from '../texts/reading-texts'
import { type LineKind, lineKinds } from './line-kinds'
import type { Positions } from './positions'

/** Characters in one row of the page, roughly: enough to know how high a line is that is not laid out yet. */
const charactersInRow = 62

/**
 * The text as content of the editor: sections of lines, one block per line, which knows what it is to the reader.
 * Attributes and not decorations: with thousands of lines those would slow down every redrawing.
 */
export function contentOf(document: DocumentView, positions: Positions): JSONContent {
  const kinds = lineKinds(document, positions)
  const sections: { rows: number; lines: JSONContent[] }[] = []
  for (const [at, text] of positions.lines.entries()) {
    const number = positions.sections[at] ?? 0
    const section = sections[number] ?? { rows: 0, lines: [] }
    sections[number] = section
    section.rows += Math.ceil(text.length / charactersInRow)
    const content = text ? { content: [{ type: 'text', text }] } : {}
    section.lines.push({ type: 'paragraph', attrs: { line: kinds[at] }, ...content })
  }
  const content = sections.map(({ rows, lines }) => ({ type: 'section', attrs: { rows }, content: lines }))
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

/** The text. */
export const LinedText = Document.extend({ content: 'section+' })

/** Lines that follow each other. The browser lays them out together, when they come near the window. */
export const Section = Node.create({
  name: 'section',
  content: 'paragraph+',
  addAttributes: () => ({ rows: { default: 1, renderHTML: ({ rows }) => ({ style: `--rows:${rows}` }) } }),
  parseHTML: () => [{ tag: 'div.desk-section' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'desk-section' }, 0],
})

/** A line of the text. */
export const Line = Paragraph.extend({
  addAttributes: () => ({
    line: { default: null, renderHTML: ({ line }) => (line === null ? {} : htmlOf(line)) },
  }),
  // No keys and no commands: a line is never made or joined.
  addKeyboardShortcuts: () => ({}),
  addCommands: () => ({}),
})
