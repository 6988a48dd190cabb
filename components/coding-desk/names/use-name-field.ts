import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift'
import { useEffect, useRef, useState } from 'react'
import { type FoundOffer, matchingOffers, type NameOffer, nameOf } from './name-offers'

/** One line of the list: a name on offer, or what was typed as a name of its own. */
export type NameChoice = FoundOffer | { name: string; origin: 'new' }

interface NameFieldParts {
  id: string
  values: readonly string[]
  multiple: boolean
  offers: readonly NameOffer[]
  onChange(values: readonly string[]): void
}

function choicesFor(offers: readonly NameOffer[], typed: string, taken: readonly string[]): NameChoice[] {
  const found = matchingOffers(offers, typed, taken)
  const name = nameOf(offers, typed)
  const isNew = name !== '' && !offers.some((offer) => offer.name === name)
  return isNew ? [...found, { name, origin: 'new' }] : found
}

/** What is typed stays what is typed: leaving the field takes nothing of the list. A click only ever opens the list. */
function keepTyping<Item>(
  state: UseComboboxState<Item>,
  { type, changes }: UseComboboxStateChangeOptions<Item>,
): Partial<UseComboboxState<Item>> {
  const { InputBlur, InputClick } = useCombobox.stateChangeTypes
  if (type === InputClick) return { ...changes, isOpen: true }
  if (type !== InputBlur) return changes
  return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
}

/** Keeps what is typed when the page goes away or the field does. */
function useLastWords(keep: () => void): void {
  const latest = useRef(keep)
  latest.current = keep
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && latest.current()
    const onLeave = () => latest.current()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onLeave)
    return () => {
      latest.current()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
    }
  }, [])
}

/**
 * A field for names with a list to pick from. Nothing is ever picked by itself: what is typed counts as typed, unless
 * it is a name or alias of the study, until a line of the list is chosen.
 */
export function useNameField({ id, values, multiple, offers, onChange }: NameFieldParts) {
  const shown = multiple ? '' : (values[0] ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const pending = useRef<string | null>(null)
  const text = typed ?? shown
  const choices = choicesFor(offers, typed ?? '', multiple ? values : [])

  function write(next: string | null): void {
    pending.current = next
    setTyped(next)
  }

  function take(name: string): void {
    write(null)
    if (!multiple) onChange(name ? [name] : [])
    else if (name && !values.includes(name)) onChange([...values, name])
  }

  function keep(): void {
    if (pending.current === null) return
    const name = nameOf(offers, pending.current)
    if (!multiple && name === shown) write(null)
    else take(name)
  }

  useLastWords(keep)

  const combobox = useCombobox<NameChoice>({
    inputId: id,
    items: choices,
    itemToString: (choice) => choice?.name ?? '',
    selectedItem: null,
    inputValue: text,
    stateReducer: keepTyping,
    onStateChange: ({ type, selectedItem }) => {
      if (type === useCombobox.stateChangeTypes.ItemClick && selectedItem) take(selectedItem.name)
    },
  })
  const picked = combobox.isOpen ? choices[combobox.highlightedIndex] : undefined

  /** Takes the line that the arrows are on, else what is typed. */
  function enter(): void {
    if (picked) take(picked.name)
    else keep()
    combobox.closeMenu()
  }

  const isFilling = picked !== undefined || (typed !== null && typed !== '')
  return { combobox, choices, text, isFilling, write, keep, enter }
}
