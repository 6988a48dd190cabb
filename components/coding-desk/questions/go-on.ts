import type { KeyboardEvent } from 'react'
import { isComposing } from '../../ui/composing'

const controls = 'input, select, textarea'

/** Where the answer to a question begins: at what is chosen already, or at its first control. */
function entryOf(question: Element): HTMLElement | null {
  return question.querySelector<HTMLElement>('input:checked') ?? question.querySelector<HTMLElement>(controls)
}

/** Puts the focus on the first question of a form that must still be answered, or on its first; false when it asks nothing. */
export function enterMissing(form: Element | null): boolean {
  return enter(form?.querySelector('[data-missing]')) || enterQuestions(form)
}

/** Puts the focus on the first question of a form; false when it asks nothing. */
export function enterQuestions(form: Element | null): boolean {
  return enter(form?.querySelector('[data-question]'))
}

function enter(question: Element | null | undefined): boolean {
  const entry = question ? entryOf(question) : null
  entry?.focus()
  return entry !== null
}

/**
 * Enter in an answer goes on to the next question; on the last one it is done. In a text of several lines and on
 * buttons Enter keeps its meaning.
 * @param onDone what follows the last question
 */
export function goOn(event: KeyboardEvent<HTMLElement>, onDone: () => void): void {
  const { target, currentTarget } = event
  if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !(target instanceof Element)) return
  if (!target.matches('input, select')) return
  event.preventDefault()
  const questions = [...currentTarget.querySelectorAll('[data-question]')]
  const at = questions.findIndex((question) => question.contains(target))
  const next = at < 0 ? undefined : questions[at + 1]
  const entry = next ? entryOf(next) : null
  if (entry) entry.focus()
  else onDone()
}
