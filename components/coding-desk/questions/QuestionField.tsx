import { CircleHelp } from 'lucide-react'
import { useId, useState } from 'react'
import { NameField } from '../names/NameField'
import { questionTexts as texts } from '../texts/question-texts'
import { ChoiceField } from './ChoiceField'
import { hasHelp, QuestionHelp } from './QuestionHelp'
import { type ControlProps, isChoice, isLongList, isShort, type QuestionProps } from './question'
import { isEmpty } from './required'
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

function Label({ id, labelId, attribute, required, value }: ControlProps) {
  const words = (
    <>
      {attribute.label}
      {required && isEmpty(value) && <span className="font-normal text-muted"> · {texts.required}</span>}
    </>
  )
  const look = { id: labelId, title: attribute.question || undefined, className: 'font-semibold text-sm' }
  const isGroup = isChoice(attribute) && !isLongList(attribute)
  return isGroup ? (
    <span {...look}>{words}</span>
  ) : (
    <label {...look} htmlFor={id}>
      {words}
    </label>
  )
}

/** One question of the codebook, with the control that fits its type, and what the codebook says about it on demand. */
export function QuestionField(props: QuestionProps) {
  const { attribute, questionKey, isPrefilled, required, value } = props
  const id = useId()
  const [isExplained, setIsExplained] = useState(false)
  const control = { ...props, id, labelId: `${id}-label` }
  return (
    <div
      data-question={questionKey}
      data-missing={(required && isEmpty(value)) || undefined}
      className={`grid gap-1 ${isShort(attribute) ? 'content-end md:content-start lg:content-end' : 'col-span-2 content-start'}`}
    >
      <div className="flex min-w-0 items-center gap-2 lg:min-h-6">
        <Label {...control} />
        {isPrefilled && <Prefilled {...props} />}
        {hasHelp(attribute) && (
          <HelpButton labelId={control.labelId} isOpen={isExplained} onClick={() => setIsExplained(!isExplained)} />
        )}
      </div>
      {isExplained && <QuestionHelp attribute={attribute} />}
      {attribute.multiple && attribute.type === 'string' && <p className="text-muted text-sm">{texts.several}</p>}
      <Control {...control} />
    </div>
  )
}
