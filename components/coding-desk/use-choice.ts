import { useState } from 'react'

/** Which annotation is in hand, and which others are on the words that were clicked. */
export function useChoice() {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [stackIds, setStackIds] = useState<readonly string[]>([])
  return {
    selectedId,
    stackIds,
    choose: (id: string | null, stack: readonly string[] = []) => {
      setSelectedId(id)
      setStackIds(stack)
    },
  }
}
