import { useCallback, useMemo, useRef, useState } from 'react'
import type { CodingView } from '@/lib/coding/coding-view'
import type { PlacedRows } from '../outbox/placed-rows'
import { type Drawing, type Highlight, type Highlighted, highlightsOf } from '../reading/highlight'
import type { Positions } from '../reading/positions'
import { everything, shownOf } from '../show/shown'
import type { Preview } from '../use-marking'
import { type Laned, lanesOf } from './annotation-lanes'
import { asPreviewed, type Made, madeOf, nothingMade, same } from './desk-annotations'
import type { DeskAnnotation } from './edits'

/** What the rows say: the same objects as the last time where they say the same, however often they are told anew. */
function useMade(rows: PlacedRows): Made {
  const last = useRef(nothingMade)
  return useMemo(() => {
    last.current = madeOf(rows.list, last.current)
    return last.current
  }, [rows])
}

/** The list of the last time while it holds the same. */
function useSame<Item>(items: readonly Item[]): readonly Item[] {
  const last = useRef(items)
  last.current = same(last.current, items)
  return last.current
}

/** The lanes of what is shown. */
function useLanes(annotations: readonly DeskAnnotation[]): readonly number[] {
  const last = useRef<Laned>(undefined)
  return useMemo(() => {
    last.current = lanesOf(annotations, last.current)
    return last.current.lanes
  }, [annotations])
}

/** What is drawn: the same objects as the last time where nothing looks different. */
function useHighlights({ annotations, lanes, codes, positions, selectedId }: Drawing): readonly Highlight[] {
  const last = useRef<Highlighted | null>(null)
  return useMemo(() => {
    last.current = highlightsOf({ annotations, lanes, codes, positions, selectedId }, last.current)
    return last.current.highlights
  }, [annotations, lanes, codes, positions, selectedId])
}

/** The annotations of a coding, as data and as what is drawn in the text. */
export function useAnnotations(
  view: Pick<CodingView, 'codebook'>,
  rows: PlacedRows,
  positions: Positions,
  selectedId: string | null,
  preview: Preview | null,
) {
  const { codebook } = view
  const [showing, setShowing] = useState(everything)
  const { annotations, links } = useMade(rows)
  const codes = useMemo(() => new Map(codebook.codes.map((code) => [code.key, code])), [codebook])
  const shown = useSame(
    useMemo(() => shownOf(annotations, showing, codebook, selectedId), [annotations, showing, codebook, selectedId]),
  )
  const lanes = useLanes(shown)
  const previewed = useMemo(() => asPreviewed(shown, preview), [shown, preview])
  const highlights = useHighlights({ annotations: previewed, lanes, codes, positions, selectedId })
  const annotationOf = (id: string | null) => (id === null ? null : (annotations.find((one) => one.id === id) ?? null))
  const quoteOf = useCallback(
    ({ value }: DeskAnnotation) => value.segments.map((segment) => positions.slice(segment)).join(' … '),
    [positions],
  )
  return {
    ...{ annotations, links, codes, showing, setShowing, shown, highlights, quoteOf },
    annotationOf,
    /** The annotation that is chosen, and the one that was last. */
    inHand({ selectedId, recentId }: { selectedId: string | null; recentId: string | null }) {
      const selected = annotationOf(selectedId)
      return { selected, recent: recentId === selectedId ? selected : annotationOf(recentId) }
    },
    labelOf: (key: string) => codes.get(key)?.label ?? key,
    linksOf: (id: string) => links.filter(({ value }) => value.from === id || value.to === id),
  }
}
