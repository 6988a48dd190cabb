import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { SearchableText } from '@/lib/text/search'
import type { Span } from '@/lib/text/spans'
import type { DeskAnnotation } from '../annotations/edits'
import { clearFound, paintFound } from '../find/found-words'
import type { Positions } from '../reading/positions'
import { rangeOf } from '../reading/sight'
import { otherPlaces } from './other-places'

/** Places with the same words, gone through one by one. */
export interface OtherPlaces {
  /** The annotation whose words are looked for; null when nothing is proposed. */
  like: DeskAnnotation | null
  places: readonly Span[]
  /** Which of them is proposed, from 0. */
  at: number
  coded: number
  /** @returns whether there is any */
  begin(like: DeskAnnotation, annotations: readonly DeskAnnotation[], tokens: readonly number[]): boolean
  /** Goes on to the next place. @returns whether there is one */
  next(wasCoded: boolean): boolean
  end(): void
}

const nothing = { like: null, places: [], at: 0, coded: 0 }

export function useOtherPlaces(editor: Editor | null, positions: Positions): OtherPlaces {
  const [now, setNow] = useState<Pick<OtherPlaces, 'like' | 'places' | 'at' | 'coded'>>(nothing)
  const place = now.places[now.at]
  useEffect(() => {
    if (!editor || !place) return
    paintFound([rangeOf(editor, positions, place)], 0)
    return clearFound
  }, [editor, positions, place])
  return {
    ...now,
    begin(like, annotations, tokens) {
      const text = new SearchableText(positions.index.text)
      const edges = new Set(tokens)
      const places = otherPlaces(text, positions.slice(like), like, annotations, (offset) => edges.has(offset))
      setNow(places.length > 0 ? { like, places, at: 0, coded: 0 } : nothing)
      return places.length > 0
    },
    next(wasCoded) {
      const hasNext = now.at + 1 < now.places.length
      const coded = now.coded + (wasCoded ? 1 : 0)
      setNow(hasNext ? { ...now, at: now.at + 1, coded } : nothing)
      return hasNext
    },
    end: () => setNow(nothing),
  }
}
