import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '../../ui/composing'
import { useCombobox } from '../../ui/use-combobox'
import { questionTexts } from '../texts/question-texts'
import { type FoundOffer, matchingOffers, type NameOffer, nameOf } from './name-offers'

/** One line of the list: a name on offer, or what was typed as a name of its own. */
export type NameChoice = FoundOffer | { name: string; origin: 'new' }

interface NameFieldParts {
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
export function useNameField({ values, multiple, offers, onChange }: NameFieldParts) {
  const shown = multiple ? '' : (values[0] ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
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

  const { active, isShown, field, list, line } = useCombobox<NameChoice>({
    label: questionTexts.names.list,
    options: choices,
    keyOf: ({ origin, name }) => `${origin} ${name}`,
    isOpen,
    onOpen: setIsOpen,
    onWrite: ({ value }) => write(value),
    onTake: ({ name }) => take(name),
  })

  /** Takes the line that the arrows are on, else what is typed; one of several names is no answer that leads on yet. */
  function enter(event: KeyboardEvent): void {
    if (multiple && (active || typed)) event.stopPropagation()
    field.onKeyDown(event)
    if (active) return
    keep()
    setIsOpen(false)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') enter(event)
    else if (multiple && event.key === 'Backspace' && text === '') onChange(values.slice(0, -1))
    else if (multiple && event.key === ';') {
      event.preventDefault()
      keep()
    } else field.onKeyDown(event)
  }

  const input = {
    ...field,
    value: text,
    onKeyDown,
    onFocus: () => values.length === 0 && setIsOpen(true),
    onBlur() {
      keep()
      field.onBlur()
    },
  }
  return { input, list, line, choices, active, isShown }
}
