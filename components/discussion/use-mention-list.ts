import { type KeyboardEvent, useState } from 'react'
import { useCombobox } from '../ui/use-combobox'
import { discussion as words } from '../words/discussion'
import { offeredPeople, type TypedMention, typedMention, withMention } from './mention-offers'

interface MentionListParts {
  people: readonly string[]
  text: string
  /** @param caret where it goes after a name was put in */
  write(text: string, caret?: number): void
}

/** A text with a list of people that opens below what is typed after "@". */
export function useMentionList({ people, text, write }: MentionListParts) {
  const [typed, setTyped] = useState<TypedMention | null>(null)
  const offered = typed ? offeredPeople(people, typed.word) : []

  function choose(name: string): void {
    if (!typed) return
    const mentioned = withMention(text, typed, name)
    setTyped(null)
    write(mentioned.text, mentioned.caret)
  }

  const { active, isShown, field, list, line } = useCombobox({
    label: words.people,
    options: offered,
    keyOf: (name) => name,
    isOpen: typed !== null,
    isEager: true,
    onOpen: (isOpen) => !isOpen && setTyped(null),
    onWrite({ value, selectionStart }) {
      write(value)
      setTyped(typedMention(value, selectionStart ?? value.length))
    },
    onTake: choose,
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || active === undefined) {
      field.onKeyDown(event)
      return
    }
    event.preventDefault()
    choose(active)
  }

  // What several lines are written in is a text box and no combobox; it says what is active in the list all the same.
  const { role: _, 'aria-expanded': __, ...rest } = field
  const textarea = { ...rest, 'aria-controls': isShown ? list.id : undefined, value: text, onKeyDown }
  return { textarea, list, line, offered, active }
}
