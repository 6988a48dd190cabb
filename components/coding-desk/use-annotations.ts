import { useMemo, useRef } from 'react'
import type { CodingView } from '@/lib/coding/coding-view'
import { asPreviewed, deskAnnotations, deskLinks, highlightsOf, lanesOf, sameStretches } from './desk-annotations'
import type { DeskAnnotation } from './edits'
import type { Rows } from './outbox/rows'
import type { Positions } from './positions'
import type { Preview } from './use-marking'

/** The lanes of the last time while no stretch came, went or moved: answers to questions cost no new layout. */
function useLanes(annotations: readonly DeskAnnotation[]) {
  const last = useRef<{ annotations: readonly DeskAnnotation[]; result: ReturnType<typeof lanesOf> } | null>(null)
  return useMemo(() => {
    const known = last.current && sameStretches(last.current.annotations, annotations) ? last.current.result : null
    const result = known ?? lanesOf(annotations)
    last.current = { annotations, result }
    return result
  }, [annotations])
}

/** The annotations of a coding, as data and as what is drawn in the text. */
export function useAnnotations(
  view: CodingView,
  rows: Rows,
  positions: Positions,
  selectedId: string | null,
  preview: Preview | null,
) {
  const annotations = useMemo(() => deskAnnotations(rows.values()), [rows])
  const links = useMemo(() => deskLinks(rows.values()), [rows])
  const codes = useMemo(() => new Map(view.codebook.codes.map((code) => [code.key, code])), [view.codebook])
  const { lanes, depth } = useLanes(annotations)
  const highlights = useMemo(
    () => highlightsOf(asPreviewed(annotations, preview), lanes, codes, positions, selectedId),
    [annotations, preview, lanes, codes, positions, selectedId],
  )
  return { annotations, links, codes, depth, highlights, lanes }
}
