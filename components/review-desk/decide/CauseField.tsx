import { type KeyboardEvent, useId } from 'react'
import { causeOrder, causes } from '../../words/review'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { Chip } from './Chip'
import { Problem } from './Problem'

const { cause: texts } = deskTexts

/** The keys of the causes in their order: 1 to 9, then 0. */
const keyOf = (index: number) => String((index + 1) % 10)

/** Why the coders differed: one of the list, by its number. */
export function CauseField({ review }: { review: Review }) {
  const { draft, set, goOn } = review
  const id = useId()
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const index = causeOrder.findIndex((_, at) => keyOf(at) === event.key)
    const chosen = causeOrder[index]
    if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      set({ cause: chosen })
      goOn('cause')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      goOn('cause')
    }
  }
  return (
    <fieldset aria-labelledby={`${id}-label`} onKeyDown={onKeyDown} className="grid gap-1.5">
      <p id={`${id}-label`} className="text-sm">
        <span className="font-semibold">{texts.label}</span>{' '}
        <span className="text-muted">
          {texts.required}. {texts.hint}
        </span>
      </p>
      <div className="flex flex-wrap gap-1.5 lg:gap-1">
        {causeOrder.map((cause, index) => (
          <Chip
            key={cause}
            type="radio"
            name={id}
            stroke={keyOf(index)}
            title={causes[cause].means}
            checked={draft.cause === cause}
            onChange={() => set({ cause })}
          >
            {causes[cause].name}
          </Chip>
        ))}
      </div>
      <Problem review={review} step="cause" />
    </fieldset>
  )
}
