import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Span } from '@/lib/text/spans'
import type { Positions } from '../../coding-desk/reading/positions'
import type { DifferingStretch } from '../compare/differing-words'
import { compareTexts } from '../texts/compare-texts'
import type { Rail } from './rails'

/** What is drawn of a cluster in the text. */
export interface DrawnCluster {
  rails: readonly Rail[]
  differing: readonly DifferingStretch[]
  /** The lines around it, in code points: the rest of the text steps back. */
  passage: Span | null
}

const pluginKey = new PluginKey<DecorationSet>('readings')

function railMarks(rail: Rail, positions: Positions): Decoration[] {
  const { key, names, code, label, pattern, segments, side, lane, fate } = rail
  return segments.flatMap((segment, index) =>
    positions.rangesOf(segment).map(({ from, to }) =>
      Decoration.inline(from, to, {
        nodeName: 'mark',
        class: `rail rail-${side} code-${code} line-${pattern} rail-${segment.part} is-${fate}`,
        style: `--lane:${lane}`,
        'data-rail': `${key}:${index}`,
        'aria-roledescription': label,
        'aria-description': compareTexts.readings(names, names.includes(',') ? 2 : 1),
      }),
    ),
  )
}

function differenceMarks({ start, end, has }: DifferingStretch, positions: Positions): Decoration[] {
  return positions.rangesOf({ start, end }).map(({ from, to }) =>
    Decoration.inline(from, to, {
      nodeName: 'span',
      class: 'differing',
      'aria-description': compareTexts.onlyLabel(has.join(', ')),
    }),
  )
}

function passageMarks(doc: Node, passage: Span | null, positions: Positions): Decoration[] {
  if (!passage) return []
  const [first, last] = [positions.lineOf(passage.start), positions.lineOf(Math.max(passage.start, passage.end - 1))]
  const marks: Decoration[] = []
  let number = 0
  doc.descendants((node, offset) => {
    if (node.type.name !== 'paragraph') return true
    if (number >= first && number <= last) {
      marks.push(Decoration.node(offset, offset + node.nodeSize, { class: 'in-passage' }))
    }
    number += 1
    return false
  })
  return marks
}

function marksOf(doc: Node, { rails, differing, passage }: DrawnCluster, positions: Positions): DecorationSet {
  return DecorationSet.create(doc, [
    ...passageMarks(doc, passage, positions),
    ...rails.flatMap((rail) => railMarks(rail, positions)),
    ...differing.flatMap((stretch) => differenceMarks(stretch, positions)),
  ])
}

/** Draws readings beside the words, as decorations: the text stays as it is. */
export const RailMarks = Extension.create({
  name: 'railMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: pluginKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, drawn) => (transaction.getMeta(pluginKey) as DecorationSet | undefined) ?? drawn,
      },
      props: { decorations: (state: EditorState) => pluginKey.getState(state) },
    }),
  ],
})

/** Draws this cluster and no other. */
export function drawCluster(view: EditorView, cluster: DrawnCluster, positions: Positions): void {
  const set = marksOf(view.state.doc, cluster, positions)
  view.dispatch(view.state.tr.setMeta(pluginKey, set).setMeta('addToHistory', false))
}
