import { CircleHelp } from 'lucide-react'
import { useId, useState } from 'react'
import { NameField } from '../names/NameField'
import { questionTexts as texts } from '../texts/question-texts'
import { ChoiceField } from './ChoiceField'
import { hasHelp, QuestionHelp } from './QuestionHelp'
import { type ControlProps, isChoice, type QuestionProps } from './question'
import { WrittenField } from './WrittenField'

function Control(props: ControlProps) {
  const { attribute, value, id, names, onChange } = props
  if (isChoice(attribute)) return <ChoiceField {...props} />
  if (attribute.type !== 'entity_ref') return <WrittenField {...props} />
  const values = value === undefined ? [] : Array.isArray(value) ? value : [String(value)]
  return (
    <NameField
      {...{ id, values, multiple: attribute.multiple, offers: names }}
      onChange={(next) => onChange(attribute.multiple ? (next.length > 0 ? [...next] : undefined) : next[0])}
    />
  )
}

/** Keeps an answer that the tool filled in. Choices are kept by choosing them, so it is no stop of the Tab key there. */
function Prefilled({ attribute, value, onChange }: QuestionProps) {
  return (
    <button
      type="button"
      title={texts.confirm}
      tabIndex={isChoice(attribute) ? -1 : 0}
      onClick={() => onChange(value)}
      className="rounded border border-edge border-dashed px-1.5 text-muted text-xs leading-5 hover:border-ink hover:text-ink"
    >
      {texts.prefilled}
    </button>
  )
}

function HelpButton({ labelId, isOpen, onClick }: { labelId: string; isOpen: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      aria-label={texts.explain}
      aria-describedby={labelId}
      aria-expanded={isOpen}
      onClick={onClick}
      className="-my-2 ms-auto inline-flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:text-ink lg:my-0 lg:size-6"
    >
      <CircleHelp aria-hidden="true" className="size-4" />
    </button>
  )
}

function Label({ id, labelId, attribute, required }: ControlProps) {
  const words = (
    <>
      {attribute.label}
      {required && <span className="font-normal text-muted"> · {texts.required}</span>}
    </>
  )
  const isList = attribute.type === 'enum' && !attribute.multiple
  if (isChoice(attribute) && !isList) {
    return (
      <span id={labelId} className="font-semibold text-sm">
        {words}
      </span>
    )
  }
  return (
    <label id={labelId} htmlFor={id} className="font-semibold text-sm">
      {words}
    </label>
  )
}

function hintOf({ attribute }: QuestionProps): string {
  const isWrittenList = attribute.multiple && attribute.type === 'string'
  return isWrittenList ? texts.several : attribute.question
}

/** One question of the codebook, with the control that fits its type, and what the codebook says about it on demand. */
export function QuestionField(props: QuestionProps) {
  const { attribute, questionKey, isPrefilled } = props
  const id = useId()
  const [isExplained, setIsExplained] = useState(false)
  const control = { ...props, id, labelId: `${id}-label` }
  const hint = hintOf(props)
  // Yes or no and numbers are short enough to stand beside their question.
  const isShort = attribute.type === 'boolean' || attribute.type === 'number'
  return (
    <div data-question={questionKey} className="grid gap-1">
      <div className={isShort ? 'grid grid-cols-[1fr_9rem] items-center gap-2' : 'grid gap-1'}>
        <div className="flex min-w-0 items-center gap-2">
          <Label {...control} />
          {isPrefilled && <Prefilled {...props} />}
          {hasHelp(attribute) && (
            <HelpButton labelId={control.labelId} isOpen={isExplained} onClick={() => setIsExplained(!isExplained)} />
          )}
        </div>
        {hint && !isShort && <p className="text-muted text-sm">{hint}</p>}
        <Control {...control} />
      </div>
      {hint && isShort && <p className="text-muted text-sm">{hint}</p>}
      {isExplained && <QuestionHelp attribute={attribute} />}
    </div>
  )
}
