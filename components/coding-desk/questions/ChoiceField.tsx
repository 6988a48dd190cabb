import type { KeyboardEvent } from 'react'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute } from '@/lib/coding/codebook'
import { questionTexts as texts } from '../texts/question-texts'
import { controlLook } from './control-look'
import { type ControlProps, isLongList } from './question'

interface Choice {
  value: string | boolean
  label: string
  definition: string
}

function choicesOf(attribute: Attribute): Choice[] {
  if (attribute.type === 'boolean') {
    return [
      { value: true, label: texts.yes, definition: '' },
      { value: false, label: texts.no, definition: '' },
    ]
  }
  return attribute.values.map(({ id, label, definition }) => ({ value: id, label, definition }))
}

function isChosen(value: AttributeValue | undefined, choice: Choice): boolean {
  return Array.isArray(value) ? value.includes(String(choice.value)) : value === choice.value
}

/** The answer after one of several was chosen or taken back. */
function toggled(value: AttributeValue | undefined, choice: Choice): AttributeValue | undefined {
  const list = Array.isArray(value) ? value : []
  const key = String(choice.value)
  const next = list.includes(key) ? list.filter((one) => one !== key) : [...list, key]
  return next.length > 0 ? next : undefined
}

function Select({ attribute, value, onChange, id }: ControlProps) {
  return (
    <select
      id={id}
      className={controlLook}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{texts.choose}</option>
      {attribute.values.map(({ id: key, label: name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Arrows walk through answers of which several may be given; among single ones the browser does it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
  const by = steps[event.key]
  if (by === undefined) return
  const boxes = [...event.currentTarget.querySelectorAll('input')]
  const at = boxes.indexOf(event.target as HTMLInputElement)
  event.preventDefault()
  boxes[(at + by + boxes.length) % boxes.length]?.focus()
}

/** What a click on a choice that is chosen already means: an optional answer is taken back, an unchecked one kept. */
function clickedAgain({ required, isPrefilled, attribute }: ControlProps, choice: Choice): 'keep' | 'take back' | null {
  if (attribute.multiple) return null
  if (isPrefilled) return 'keep'
  return required || choice.value === attribute.default ? null : 'take back'
}

function Chip(props: ControlProps & { choice: Choice; number: number }) {
  const { attribute, value, onChange, id, choice, number } = props
  const chosen = isChosen(value, choice)
  const again = chosen ? clickedAgain(props, choice) : null
  const look = !chosen
    ? 'border-line bg-surface hover:border-ink'
    : props.isPrefilled
      ? 'border-accent border-dashed bg-surface text-ink'
      : 'border-accent bg-accent-soft font-semibold text-ink'
  return (
    <label
      title={choice.definition}
      className={`relative flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md border px-2.5 text-sm leading-5 has-focus-visible:outline-2 has-focus-visible:outline-(--focus) has-focus-visible:outline-offset-2 lg:min-h-7 lg:px-3 ${look}`}
    >
      <input
        type={attribute.multiple ? 'checkbox' : 'radio'}
        name={id}
        className="sr-only"
        checked={chosen}
        onChange={() => onChange(attribute.multiple ? toggled(value, choice) : choice.value)}
        onClick={() => again && onChange(again === 'keep' ? choice.value : undefined)}
      />
      {number <= 9 && (
        <span
          aria-hidden="true"
          className="absolute start-1 hidden text-[0.6875rem] text-muted tabular-nums group-focus-within:lg:inline"
        >
          {number}
        </span>
      )}
      {choice.label}
    </label>
  )
}

/** A question with given answers: all of them in view while they are few, a list to open when they are many. */
export function ChoiceField(props: ControlProps) {
  const { attribute, value, onChange, labelId } = props
  if (isLongList(attribute)) return <Select {...props} />
  const choices = choicesOf(attribute)

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined
    if (choice) {
      event.preventDefault()
      event.currentTarget.querySelectorAll('input')[Number(event.key) - 1]?.focus()
      onChange(attribute.multiple ? toggled(value, choice) : choice.value)
    } else if (attribute.multiple) walk(event)
  }

  return (
    <fieldset aria-labelledby={labelId} onKeyDown={onKeyDown} className="group flex flex-wrap gap-1.5 lg:gap-1">
      {choices.map((choice, index) => (
        <Chip key={String(choice.value)} {...props} choice={choice} number={index + 1} />
      ))}
    </fieldset>
  )
}
