import { type ChangeEvent, type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useState } from 'react'
import { isComposing } from './composing'
import { movedTo, movedToEnd } from './list-moves'
import { useTouchElsewhere } from './use-touch-elsewhere'

type Field = HTMLInputElement | HTMLTextAreaElement

interface ComboboxParts<Option> {
  /** What the list is called. */
  label: string
  /** The lines of the list, as they stand there. */
  options: readonly Option[]
  /** What tells a line from all others. */
  keyOf(option: Option): string
  isOpen: boolean
  /** Opens or closes the list; absent where it is always open, and Escape is the window's around it. */
  onOpen?(isOpen: boolean): void
  /** Whether the first line is active until another one is, so that Enter takes it; Home and End are the caret's then. */
  isEager?: boolean
  onWrite(field: Field): void
  onTake(option: Option): void
}

const nowhere = { to: null, byKeys: false }

/**
 * A field that offers lines of a list for what is written in it, after the combobox pattern of the WAI-ARIA Authoring
 * Practices: the focus stays in the field, keys and pointer move among the lines, Enter or a click takes one. Whoever
 * draws it spreads `field`, `list` and `line(option)` over a text field, the list and its lines.
 */
export function useCombobox<Option>(parts: ComboboxParts<Option>) {
  const { label, options, keyOf, isOpen, onOpen, isEager = false, onWrite, onTake } = parts
  const listId = useId()
  const [moved, setMoved] = useState<{ to: string | null; byKeys: boolean }>(nowhere)
  const isShown = isOpen && options.length > 0
  const found = isShown ? options.findIndex((option) => keyOf(option) === moved.to) : -1
  const at = isShown && isEager ? Math.max(0, found) : found
  const active = options[at]
  const lineId = (place: number) => `${listId}-${place}`
  const activeId = active === undefined ? undefined : lineId(at)

  // A pointer is where its line is: lines that moved under it would make it point at others.
  useLayoutEffect(() => {
    if (activeId && moved.byKeys) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, moved])

  function open(): void {
    setMoved({ to: null, byKeys: true })
    onOpen?.(true)
  }

  function close(): void {
    setMoved(nowhere)
    onOpen?.(false)
  }

  useTouchElsewhere(listId, isOpen && onOpen !== undefined, close)

  function take(option: Option): void {
    close()
    onTake(option)
  }

  /** @returns whether the stroke opened or closed the list, or moved among its lines */
  function move({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
    if (options.length === 0 || ctrlKey || metaKey || shiftKey || !(isShown || isArrow)) return false
    if (isArrow && altKey && onOpen) {
      if (key === 'ArrowDown') open()
      else close()
      return true
    }
    const next = options[movedTo(key, at, options.length) ?? (isEager ? -1 : movedToEnd(key, options.length))]
    if (next === undefined) return false
    onOpen?.(true)
    setMoved({ to: keyOf(next), byKeys: true })
    return true
  }

  /** @returns whether the stroke was the list's */
  function hear(event: KeyboardEvent): boolean {
    if (event.key === 'Escape' && isShown && onOpen) close()
    else if (event.key === 'Enter' && active !== undefined) take(active)
    else return move(event)
    return true
  }

  const field = {
    role: 'combobox' as const,
    'aria-expanded': isShown,
    'aria-controls': listId,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': activeId,
    onChange({ currentTarget }: ChangeEvent<Field>): void {
      open()
      onWrite(currentTarget)
    },
    onKeyDown(event: KeyboardEvent): void {
      if (!isComposing(event.nativeEvent) && hear(event)) event.preventDefault()
    },
    onClick: () => !isEager && open(),
    onBlur: () => onOpen && close(),
  }

  const list = {
    role: 'listbox' as const,
    id: listId,
    'aria-label': label,
    // The field keeps the focus: leaving it closes the list before the press has become a click.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onMouseLeave: () => !isEager && setMoved(nowhere),
  }

  const line = (option: Option) => ({
    role: 'option' as const,
    id: lineId(options.indexOf(option)),
    'aria-selected': option === active,
    onPointerMove: () => option !== active && setMoved({ to: keyOf(option), byKeys: false }),
    onClick: () => take(option),
  })

  return { active, isShown, field, list, line }
}
