import { X } from 'lucide-react'
import { activeLine } from '../../ui/active-line'
import { controlLook } from '../questions/control-look'
import { questionTexts } from '../texts/question-texts'
import type { NameOffer } from './name-offers'
import { type NameChoice, useNameField } from './use-name-field'

const { names: texts } = questionTexts

interface NameFieldProps {
  /** Of the input, for its label. */
  id: string
  values: readonly string[]
  multiple: boolean
  offers: readonly NameOffer[]
  onChange(values: readonly string[]): void
}

const origins = { text: texts.fromText, approved: texts.approved, own: texts.own, new: null }

function ChoiceLine({ choice }: { choice: NameChoice }) {
  if (choice.origin === 'new') return <span className="text-accent">{texts.asNew(choice.name)}</span>
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-3">
      <span dir="auto">{choice.name}</span>
      <span className="text-muted text-xs">{choice.alias ? texts.also(choice.alias) : origins[choice.origin]}</span>
    </span>
  )
}

function Chips({ values, onRemove }: { values: readonly string[]; onRemove(value: string): void }) {
  if (values.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {values.map((value) => (
        <li key={value} className="flex max-w-full items-center rounded-md bg-accent-soft ps-2.5 text-sm">
          <span dir="auto" className="truncate">
            {value}
          </span>
          <button
            type="button"
            aria-label={texts.remove(value)}
            onClick={() => onRemove(value)}
            className="inline-flex size-11 items-center justify-center lg:size-7"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A field for one name or several, with the names of the study and the coder's own on offer while one types. */
export function NameField(props: NameFieldProps) {
  const { id, values, multiple, onChange } = props
  const { input, list, line, choices, active, isShown } = useNameField(props)
  return (
    <div className="relative grid gap-1.5">
      {multiple && <Chips values={values} onRemove={(gone) => onChange(values.filter((value) => value !== gone))} />}
      <input
        {...input}
        id={id}
        dir="auto"
        maxLength={500}
        autoComplete="off"
        placeholder={values.length === 0 ? texts.hint : undefined}
        className={controlLook}
      />
      <ul
        {...list}
        hidden={!isShown}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-60 overflow-y-auto rounded-md border border-line bg-surface py-1 shadow-lg"
      >
        {isShown &&
          choices.map((choice) => (
            <li
              key={`${choice.origin} ${choice.name}`}
              {...line(choice)}
              className={`grid min-h-11 cursor-pointer content-center px-3 py-1.5 text-sm lg:min-h-0 ${choice === active ? activeLine : ''}`}
            >
              <ChoiceLine choice={choice} />
            </li>
          ))}
      </ul>
    </div>
  )
}
