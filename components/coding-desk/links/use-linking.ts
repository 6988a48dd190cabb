import { useState } from 'react'

/** Whether the coder is picking what an annotation is to be linked to, and in which of its ways. */
export function useLinking(selectedId: string | null) {
  const [begun, setBegun] = useState<{ from: string; way: number } | null>(null)
  const current = begun?.from === selectedId ? begun : null
  // Another annotation in hand ends it, also for when the first one is taken in hand again.
  if (begun && !current) setBegun(null)
  return {
    isOn: current !== null,
    /** Index of the chosen way among those of the annotation's code. */
    way: current?.way ?? 0,
    start: (from: string, way: number) => setBegun({ from, way }),
    choose: (way: number) => setBegun((before) => before && { ...before, way }),
    stop: () => setBegun(null),
  }
}
