import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** One stretch to draw, in positions of the ProseMirror document. */
export interface Highlight {
  /** Unique among all drawn stretches. */
  key: string
  annotationId: string
  from: number
  to: number
  code: string
  pattern: string
  /** How far below the words its line lies. */
  lane: number
  selected: boolean
  unsure: boolean
}

interface Drawn {
  set: DecorationSet
  byKey: Map<string, { highlight: Highlight; decoration: Decoration }>
}

const pluginKey = new PluginKey<Drawn>('highlights')

/** Each stretch is an element of its own, so that stretches on the same words nest and none paints over another. */
function decorate(highlight: Highlight): Decoration {
  const { code, pattern, lane, selected, unsure } = highlight
  const flags = `${selected ? ' is-selected' : ''}${unsure ? ' is-unsure' : ''}`
  return Decoration.inline(highlight.from, highlight.to, {
    nodeName: 'mark',
    class: `coded code-${code} line-${pattern}${flags}`,
    style: `--lane:${lane}`,
    'data-annotation': highlight.annotationId,
  })
}

function looksSame(a: Highlight, b: Highlight): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.code === b.code &&
    a.lane === b.lane &&
    a.selected === b.selected &&
    a.unsure === b.unsure
  )
}

/** Redraws only what looks different now: the cost of a change does not grow with the number of annotations drawn. */
function redraw(drawn: Drawn, doc: Node, highlights: readonly Highlight[]): Drawn {
  const byKey: Drawn['byKey'] = new Map()
  const added: Decoration[] = []
  for (const highlight of highlights) {
    const before = drawn.byKey.get(highlight.key)
    const kept = before && looksSame(before.highlight, highlight) ? before : null
    const decoration = kept?.decoration ?? decorate(highlight)
    if (!kept) added.push(decoration)
    byKey.set(highlight.key, { highlight, decoration })
  }
  const removed: Decoration[] = []
  for (const [key, { decoration }] of drawn.byKey) {
    if (byKey.get(key)?.decoration !== decoration) removed.push(decoration)
  }
  if (drawn.byKey.size === 0) return { set: DecorationSet.create(doc, added), byKey }
  return { set: drawn.set.remove(removed).add(doc, added), byKey }
}

/** Draws annotations as decorations: never as marks, which would be part of the text. */
export const Highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [
    new Plugin<Drawn>({
      key: pluginKey,
      state: {
        init: () => ({ set: DecorationSet.empty, byKey: new Map() }),
        apply(transaction, drawn) {
          const highlights = transaction.getMeta(pluginKey) as readonly Highlight[] | undefined
          return highlights ? redraw(drawn, transaction.doc, highlights) : drawn
        },
      },
      props: { decorations: (state: EditorState) => pluginKey.getState(state)?.set },
    }),
  ],
})

/** Draws these stretches and no others. */
export function drawHighlights(view: EditorView, highlights: readonly Highlight[]): void {
  view.dispatch(view.state.tr.setMeta(pluginKey, highlights).setMeta('addToHistory', false))
}
