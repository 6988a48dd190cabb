import { useState } from 'react'

/** Which annotation is in hand, and which others are on the words that were clicked. */
export function useChoice() {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [stackIds, setStackIds] = useState<readonly string[]>([])
  /** The one chosen last, also while words are selected that may become part of it. */
  const [recentId, setRecentId] = useState<string | null>(null)
  const show = (id: string | null, stack: readonly string[]) => {
    setSelectedId(id)
    setStackIds(stack)
  }
  return {
    ...{ selectedId, stackIds, recentId },
    choose: (id: string | null, stack: readonly string[] = []) => {
      show(id, stack)
      setRecentId(id)
    },
    /** Lays the annotation aside for selected words; what is done with them may still be about it. */
    layAside: () => show(null, []),
  }
}
