import { type KeyboardEvent, useId, useState } from 'react'

/** Where a key moves the choice in a list of n options; null for keys that move nothing. */
function moved(key: string, at: number, n: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % n
    case 'ArrowUp':
      return (at - 1 + n) % n
    case 'PageDown':
      return Math.min(n - 1, at + 8)
    case 'PageUp':
      return Math.max(0, at - 8)
    default:
      return null
  }
}

/**
 * The state of a combobox whose options are always open: the focus stays in the field, arrows move the choice, Enter
 * takes it.
 */
export function useOptions<Entry extends { id: string }>(options: readonly Entry[], onTake: (entry: Entry) => void) {
  const listId = useId()
  const [activeId, setActiveId] = useState<string | null>(null)
  const at = Math.max(
    0,
    options.findIndex(({ id }) => id === activeId),
  )
  const active = options[at]
  const domId = (id: string) => `${listId}-${id}`

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (active) onTake(active)
      return
    }
    const next = options[moved(event.key, at, Math.max(1, options.length)) ?? -1]
    if (!next) return
    event.preventDefault()
    setActiveId(next.id)
    document.getElementById(domId(next.id))?.scrollIntoView({ block: 'nearest' })
  }

  return {
    ...{ active, domId, listId, setActiveId },
    field: {
      role: 'combobox' as const,
      'aria-expanded': true,
      'aria-autocomplete': 'list' as const,
      'aria-controls': listId,
      'aria-activedescendant': active ? domId(active.id) : undefined,
      onKeyDown,
    },
  }
}
