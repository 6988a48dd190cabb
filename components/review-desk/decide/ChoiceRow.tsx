import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Chip } from './Chip'

interface ChoiceRowProps {
  label: ReactNode
  choices: readonly { id: string; label: ReactNode; title?: string }[]
  chosen: string | null
  onChoose(id: string): void
  /** After a number, or Enter. */
  onGoOn(from: HTMLElement): void
}

/** One question with its answers in view: numbers choose, Enter goes on. */
export function ChoiceRow({ label, choices, chosen, onChoose, onGoOn }: ChoiceRowProps) {
  const id = useId()
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined
    if (choice) onChoose(choice.id)
    if (!choice && event.key !== 'Enter') return
    event.preventDefault()
    onGoOn(event.currentTarget)
  }
  return (
    <fieldset data-question="" aria-labelledby={`${id}-label`} onKeyDown={onKeyDown} className="grid gap-1">
      <p id={`${id}-label`} className="text-sm">
        {label}
      </p>
      <div className="flex flex-wrap gap-1.5 lg:gap-1">
        {choices.map((choice, index) => (
          <Chip
            key={choice.id}
            type="radio"
            name={id}
            {...(index < 9 ? { stroke: String(index + 1) } : {})}
            {...(choice.title ? { title: choice.title } : {})}
            checked={choice.id === chosen}
            onChange={() => onChoose(choice.id)}
          >
            {choice.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
