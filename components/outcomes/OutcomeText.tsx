import type { OutcomeView } from '@/lib/coding/review/outcome-view'
import { MarkedText } from '../marked-text/MarkedText'
import type { TextMark } from '../marked-text/marked-pieces'
import { outcomes as words } from '../words/outcomes'
import { clusterAnchor } from './OutcomePassage'
import type { CodebookNames } from './own-difference'

/** The own annotations and what was decided, as marks that lead to their passages. */
export function marksOf({ own, decided, clusters }: OutcomeView, names: CodebookNames): TextMark[] {
  const shown = new Set(clusters.map(({ id }) => id))
  const hrefOf = (id: string | null) => (id !== null && shown.has(id) ? `#${clusterAnchor(id)}` : null)
  return [
    ...own.annotations.map(({ id, code, segments, clusterId }): TextMark => {
      const says = `${names.code(code)}, ${words.mine}`
      return { id, code, segments, side: 'below', says, href: hrefOf(clusterId) }
    }),
    ...decided.map(({ id, code, segments, clusterId }): TextMark => {
      const says = `${names.code(code)}, ${words.decision}`
      return { id, code, segments, side: 'above', says, href: hrefOf(clusterId) }
    }),
  ]
}

/** The text with the own marks below its words and what was decided above them. */
export function OutcomeText({ view, marks }: { view: OutcomeView; marks: readonly TextMark[] }) {
  const { document, codebook, state } = view
  return (
    <>
      <p className="mb-4 max-w-2xl text-muted">{state === 'decided' ? words.layers : words.layersOwn}</p>
      <MarkedText {...document} codes={codebook.codes} marks={marks} />
    </>
  )
}
