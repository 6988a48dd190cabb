import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { readingTexts } from '../texts/reading-texts'
import { differing } from './differing'
import type { Highlight } from './highlight'

interface Drawn {
  highlights: readonly Highlight[]
  set: DecorationSet
}

const pluginKey = new PluginKey<Drawn>('highlights')

/**
 * Each stretch is an element of its own, so that stretches on the same words nest and none paints over another. Screen
 * readers say where a mark begins and ends under the name it has here: its code's.
 */
function decorate(highlight: Highlight): Decoration {
  const { code, label, pattern, part, segment, lane, selected, unsure } = highlight
  const flags = `${selected ? ' is-selected' : ''}${unsure ? ' is-unsure' : ''}`
  const more = [segment, unsure ? readingTexts.unsure : null].filter((words) => words !== null).join(', ')
  return Decoration.inline(highlight.from, highlight.to, {
    nodeName: 'mark',
    class: `coded code-${code} line-${pattern} part-${part}${flags}`,
    style: `--lane:${lane}`,
    'data-annotation': highlight.annotationId,
    'aria-roledescription': label,
    ...(more ? { 'aria-description': more } : {}),
    ...(segment ? { 'data-segment': segment } : {}),
  })
}

function looksSame(a: Highlight, b: Highlight): boolean {
  if (a === b) return true
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.code === b.code &&
    a.label === b.label &&
    a.pattern === b.pattern &&
    a.part === b.part &&
    a.segment === b.segment &&
    a.lane === b.lane &&
    a.selected === b.selected &&
    a.unsure === b.unsure
  )
}

/** With which decoration a highlight is drawn. */
const decorations = new WeakMap<Highlight, Decoration>()

function decorationOf(highlight: Highlight): Decoration {
  const decoration = decorations.get(highlight) ?? decorate(highlight)
  decorations.set(highlight, decoration)
  return decoration
}

/** Redraws only what looks different now: the cost of a change does not grow with the number of annotations drawn. */
function redraw(drawn: Drawn, doc: Node, highlights: readonly Highlight[]): Drawn {
  const stretch = differing(drawn.highlights, highlights)
  const before = drawn.highlights.slice(stretch.from, stretch.before)
  const gone = new Map(before.map((highlight) => [highlight.key, highlight]))
  const added: Decoration[] = []
  for (const highlight of highlights.slice(stretch.from, stretch.now)) {
    const known = gone.get(highlight.key)
    if (known && looksSame(known, highlight)) {
      decorations.set(highlight, decorationOf(known))
      gone.delete(highlight.key)
    } else added.push(decorationOf(highlight))
  }
  if (drawn.highlights.length === 0) return { highlights, set: DecorationSet.create(doc, added) }
  return { highlights, set: drawn.set.remove([...gone.values()].map(decorationOf)).add(doc, added) }
}

const nothing: Drawn = { highlights: [], set: DecorationSet.empty }

/** Draws annotations as decorations: never as marks, which would be part of the text. */
export const Highlights = Extension.create<{ first(): readonly Highlight[] }>({
  name: 'highlights',
  // What is there from the start is drawn with the text: a long text is not laid out twice.
  addOptions: () => ({ first: () => [] }),
  addProseMirrorPlugins() {
    const { first } = this.options
    return [
      new Plugin<Drawn>({
        key: pluginKey,
        state: {
          init: (_, { doc }) => redraw(nothing, doc, first()),
          apply(transaction, drawn) {
            const highlights = transaction.getMeta(pluginKey) as readonly Highlight[] | undefined
            return highlights ? redraw(drawn, transaction.doc, highlights) : drawn
          },
        },
        props: { decorations: (state: EditorState) => pluginKey.getState(state)?.set },
      }),
    ]
  },
})

/** Draws these stretches and no others. */
export function drawHighlights(view: EditorView, highlights: readonly Highlight[]): void {
  if (pluginKey.getState(view.state)?.highlights === highlights) return
  view.dispatch(view.state.tr.setMeta(pluginKey, highlights).setMeta('addToHistory', false))
}
