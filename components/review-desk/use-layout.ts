import { useCallback, useState } from 'react'

/** How the desk is laid out; kept for as long as it is open. */
interface Layout {
  reading: 'stacked' | 'beside'
  /** Whether the passage takes the room of the comparison, too. */
  isWhole: boolean
  /** Beside the text, where there is room for it. */
  queueOpen: boolean
  /** On a narrow screen: what of the desk is seen beside the passage. */
  panelOpen: boolean
}

export interface ReviewLayout extends Layout {
  set(some: Partial<Layout>): void
  toggleQueue(): void
}

/** How the reviewer has the desk before them. */
export function useLayout(): ReviewLayout {
  const [layout, setLayout] = useState<Layout>({
    reading: 'stacked',
    isWhole: false,
    queueOpen: true,
    panelOpen: false,
  })
  const set = useCallback((some: Partial<Layout>) => setLayout((before) => ({ ...before, ...some })), [])
  const toggleQueue = useCallback(() => setLayout((before) => ({ ...before, queueOpen: !before.queueOpen })), [])
  return { ...layout, set, toggleQueue }
}
