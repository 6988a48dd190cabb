import { type ReactNode, useId } from 'react'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute } from '@/lib/coding/codebook'
import { deskTexts } from '../texts'
import type { AttributeFieldProps } from './AttributeField'
import { controlLook } from './TextField'

const { attribute: texts } = deskTexts
const mostRadios = 8

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

/** The answer after a choice was clicked: a second click on the only choice takes an optional answer back. */
function toggled(value: AttributeValue | undefined, choice: Choice, attribute: Attribute): AttributeValue | undefined {
  if (!attribute.multiple) return value === choice.value ? undefined : choice.value
  const list = Array.isArray(value) ? value : []
  const key = String(choice.value)
  const next = list.includes(key) ? list.filter((one) => one !== key) : [...list, key]
  return next.length > 0 ? next : undefined
}

function isChosen(value: AttributeValue | undefined, choice: Choice): boolean {
  return Array.isArray(value) ? value.includes(String(choice.value)) : value === choice.value
}

type ChoiceProps = AttributeFieldProps & { label: ReactNode }

function Select({ attribute, value, onChange, label }: ChoiceProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id}>{label}</label>
      {attribute.question && <p className="text-muted text-sm">{attribute.question}</p>}
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
    </div>
  )
}

/** A question with given answers: all of them in view while they are few, a list to open when they are many. */
export function ChoiceField(props: ChoiceProps) {
  const { attribute, value, required, onChange, label } = props
  const name = useId()
  if (attribute.type === 'enum' && !attribute.multiple && attribute.values.length > mostRadios)
    return <Select {...props} />
  const choose = (choice: Choice) => onChange(toggled(value, choice, attribute))
  return (
    <fieldset>
      <legend>{label}</legend>
      {attribute.question && <p className="text-muted text-sm">{attribute.question}</p>}
      <div className="mt-1 flex flex-wrap gap-1.5">
        {choicesOf(attribute).map((choice) => {
          const chosen = isChosen(value, choice)
          return (
            <label
              key={String(choice.value)}
              title={choice.definition}
              className={`flex min-h-11 cursor-pointer items-center rounded-md border px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-(--focus) has-focus-visible:outline-offset-2 lg:min-h-8 ${
                chosen
                  ? 'border-accent bg-accent-soft font-semibold text-ink'
                  : 'border-line bg-surface hover:border-ink'
              }`}
            >
              <input
                type={attribute.multiple ? 'checkbox' : 'radio'}
                name={name}
                className="sr-only"
                checked={chosen}
                onChange={() => choose(choice)}
                onClick={() => !attribute.multiple && !required && chosen && choose(choice)}
              />
              {choice.label}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
