import type { MouseEvent } from 'react'

function pressed({ target }: MouseEvent<HTMLElement>): Element | null {
  return target instanceof Element ? target.closest('label, button') : null
}

/**
 * Leaves the focus where it is until a press on an answer or button is let go. A field that loses the focus hands over
 * what was written, and the answers below make room for it: let go there, the press would miss what it was meant for.
 */
export const holdStill = {
  onMouseDown(event: MouseEvent<HTMLElement>): void {
    if (pressed(event)) event.preventDefault()
  },
  onClick(event: MouseEvent<HTMLElement>): void {
    const [control, field] = [pressed(event), document.activeElement]
    const isLeft = control && field instanceof HTMLElement && field.matches('input, textarea, select')
    if (isLeft && event.currentTarget.contains(field) && !control.contains(field)) field.blur()
  },
}
