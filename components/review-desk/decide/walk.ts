import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrows walk through boxes of which several may be ticked; among single choices the browser does it. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = steps[event.key]
  if (by === undefined) return
  const boxes = [...event.currentTarget.querySelectorAll('input')]
  const at = boxes.indexOf(event.target as HTMLInputElement)
  if (at < 0) return
  event.preventDefault()
  boxes[(at + by + boxes.length) % boxes.length]?.focus()
}
