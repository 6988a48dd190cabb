import { useCallback, useEffect, useState } from 'react'
import type { Step } from '../decide/steps'

/** Where the focus is to go: a step of the decision, the text, or a part of the panel. */
export type FocusPlace = Step | 'text' | 'rule' | 'discussion'

const focusable = 'input:checked, textarea, input, select, button'

function entryOf(place: FocusPlace): HTMLElement | null {
  if (place === 'text') return document.querySelector<HTMLElement>('.review-page .desk-text')
  const part = document.querySelector<HTMLElement>(`[data-place="${place}"]`)
  if (!part) return null
  if (place === 'rule') return part
  return part.querySelector<HTMLElement>('input:checked') ?? part.querySelector<HTMLElement>(focusable)
}

/** Puts the focus on the words that say what is on the desk: from there every key works. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('[data-place="heading"]')?.focus({ preventScroll: true })
}

/** Brings what is wrong with a step into sight: on a phone its message stands below what fits on the screen. */
function showProblem(place: FocusPlace): void {
  document.querySelector(`[data-place="${place}"] [role="alert"]`)?.scrollIntoView({ block: 'nearest' })
}

/** Moves the focus once what it is to go to is drawn. */
export function useFocusWish() {
  const [wanted, setWanted] = useState<{ place: FocusPlace; number: number } | null>(null)
  useEffect(() => {
    if (!wanted) return
    entryOf(wanted.place)?.focus()
    showProblem(wanted.place)
  }, [wanted])
  const wish = useCallback(
    (place: FocusPlace) => setWanted((before) => ({ place, number: (before?.number ?? 0) + 1 })),
    [],
  )
  return { wish }
}
