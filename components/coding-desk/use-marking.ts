import { useState } from 'react'
import type { Segment } from '@/lib/coding/annotation'
import type { DeskAnnotation } from './annotations/edits'
import { type Edge, edgesOf } from './shaping/edges'

/** Segments as they would be if the edge in the coder's hand were let go now. */
export interface Preview {
  id: string
  segments: readonly Segment[]
}

/** The part of an annotation that the desk asks for. */
export interface AskedPart {
  id: string
  part: Segment['part']
  /** Parts that were asked for or given before. */
  done: readonly Segment['part'][]
}

/** What the coder's hand is on: an edge, a part that is being asked for, the code used last. */
export function useMarking() {
  const [held, setHeld] = useState<{ id: string; edge: Edge } | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [askedPart, setAskedPart] = useState<AskedPart | null>(null)
  const [lastCodeKey, setLastCodeKey] = useState<string | null>(null)

  /** The edge that keys move: the one held last, or the end of the annotation. */
  function edgeOf({ id, value }: DeskAnnotation): Edge {
    const edges = edgesOf(value.segments)
    const known = held?.id === id ? held.edge : undefined
    const found = edges.find((edge) => edge.segment === known?.segment && edge.side === known.side)
    return found ?? edges.at(-1) ?? { segment: 0, side: 'end' }
  }

  return {
    ...{ edgeOf, preview, setPreview, askedPart, setAskedPart, lastCodeKey, setLastCodeKey },
    holdEdge: (id: string, edge: Edge) => setHeld({ id, edge }),
  }
}
