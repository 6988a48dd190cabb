import { useCallback, useState } from 'react'

/** How the desk is laid out; kept for as long as it is open. */
interface Layout {
  reading: 'stacked' | 'beside'
  /** Whether the passage takes the room of the comparison, too. */
  isWhole: boolean
  queueOpen: boolean
  /** On a narrow screen: whether the queue lies over the desk. */
  queueSheet: boolean
  /** On a narrow screen: what of the desk is seen beside the passage. */
  panelOpen: boolean
}

export interface ReviewLayout extends Layout {
  set(some: Partial<Layout>): void
  toggleQueue(): void
}

/** Beside the text there is room for the queue; on a narrow page it lies over everything. */
const isWide = () => typeof matchMedia !== 'function' || matchMedia('(min-width: 64rem)').matches

/** How the reviewer has the desk before them. */
export function useLayout(): ReviewLayout {
  const [layout, setLayout] = useState<Layout>({
    reading: 'stacked',
    isWhole: false,
    queueOpen: true,
    queueSheet: false,
    panelOpen: false,
  })
  const set = useCallback((some: Partial<Layout>) => setLayout((before) => ({ ...before, ...some })), [])
  const toggleQueue = useCallback(
    () =>
      setLayout((before) =>
        isWide() ? { ...before, queueOpen: !before.queueOpen } : { ...before, queueSheet: !before.queueSheet },
      ),
    [],
  )
  return { ...layout, set, toggleQueue }
}
