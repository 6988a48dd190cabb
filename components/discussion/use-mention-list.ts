import { type KeyboardEvent, useState } from 'react'
import { offeredPeople, type TypedMention, typedMention, withMention } from './mention-offers'

interface MentionListParts {
  people: readonly string[]
  text: string
  write(text: string, caret: number): void
}

/** The list of people that opens below what is typed after "@". */
export function useMentionList({ people, text, write }: MentionListParts) {
  const [typed, setTyped] = useState<TypedMention | null>(null)
  const [at, setAt] = useState(0)
  const offered = typed ? offeredPeople(people, typed.word) : []
  const isOpen = offered.length > 0
  const current = Math.min(at, offered.length - 1)

  function look(value: string, caret: number) {
    setTyped(typedMention(value, caret))
    setAt(0)
  }
  function close() {
    setTyped(null)
  }
  function choose(name: string) {
    if (!typed) return
    const mentioned = withMention(text, typed, name)
    close()
    write(mentioned.text, mentioned.caret)
  }
  function move(step: number) {
    setAt((current + step + offered.length) % offered.length)
  }

  /** @returns whether the list took the key */
  function onKey({ key }: Pick<KeyboardEvent, 'key'>): boolean {
    if (!isOpen) return false
    const name = offered[current]
    if (key === 'ArrowDown') move(1)
    else if (key === 'ArrowUp') move(-1)
    else if (key === 'Escape') close()
    else if ((key === 'Enter' || key === 'Tab') && name !== undefined) choose(name)
    else return false
    return true
  }

  return { offered, current, isOpen, look, close, choose, onKey }
}
