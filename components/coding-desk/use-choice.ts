import { useState } from 'react'

/** Where something is offered: a place of the window, in pixels. */
export interface Place {
  left: number
  top: number
  bottom: number
}

/** A choice among the annotations on the same words, at those words. */
export interface StackOffer {
  place: Place
  /** Whether it was asked for by key: then it takes the focus. */
  byKey: boolean
}

/** Which annotation is in hand, and which others are on the words that were clicked. */
export function useChoice() {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [stackIds, setStackIds] = useState<readonly string[]>([])
  const [offer, setOffer] = useState<StackOffer | null>(null)
  /** The one chosen last, also while words are selected that may become part of it. */
  const [recentId, setRecentId] = useState<string | null>(null)
  const show = (id: string | null, stack: readonly string[], at: StackOffer | null) => {
    setSelectedId(id)
    setStackIds(stack)
    setOffer(at)
  }
  return {
    ...{ selectedId, stackIds, offer, recentId },
    /** @param at where the rest of the stack is offered, if it is */
    choose: (id: string | null, stack: readonly string[] = [], at: StackOffer | null = null) => {
      show(id, stack, at)
      setRecentId(id)
    },
    /** Lays the annotation aside for selected words; what is done with them may still be about it. */
    layAside: () => show(null, [], null),
    withdraw: () => setOffer(null),
  }
}
