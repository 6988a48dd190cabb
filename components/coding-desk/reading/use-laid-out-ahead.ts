import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'

/**
 * So long, in milliseconds, must the hand have rested: only the first key after a rest may meet a section, and waits for
 * that one.
 */
export const rest = 1000

/** What a hand does, and what follows from it. */
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove', 'scroll'] as const

/**
 * One section in every idle moment, from the first to the last, but none while the hand is busy. It begins at once: who
 * has just opened a text reads first, and soon nothing is left to do. @returns what ends it
 */
function layOutAhead(sections: HTMLCollection): () => void {
  let at = 0
  let idle = 0
  let timer: ReturnType<typeof setTimeout>
  const next = () => {
    // Asked where its last line is, the browser lays out a section that it does not show, and keeps that for when it does.
    sections[at]?.lastElementChild?.getBoundingClientRect()
    at += 1
    if (at < sections.length) idle = requestIdleCallback(next)
    else stop()
  }
  const pause = () => {
    cancelIdleCallback(idle)
    clearTimeout(timer)
    timer = setTimeout(() => {
      idle = requestIdleCallback(next)
    }, rest)
  }
  const stop = () => {
    cancelIdleCallback(idle)
    clearTimeout(timer)
    for (const input of inputs) window.removeEventListener(input, pause, true)
  }
  for (const input of inputs) window.addEventListener(input, pause, { capture: true, passive: true })
  idle = requestIdleCallback(next)
  return stop
}

/**
 * Lays out, while nobody does anything, what a long text has far from the window: the first time somebody scrolls there
 * no frame has to wait for it. A browser without idle callbacks does it when it gets there.
 */
export function useLaidOutAhead(editor: Editor | null): void {
  useEffect(() => {
    if (editor && 'requestIdleCallback' in window) return layOutAhead(editor.view.dom.children)
  }, [editor])
}
