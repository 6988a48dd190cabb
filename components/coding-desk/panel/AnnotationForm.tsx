import { useId } from 'react'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute, Code, Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import { answer, asks, type DeskAnnotation, remark } from '../annotations/edits'
import type { NameOffer } from '../names/name-offers'
import type { AnnotationEdit } from '../outbox/record'
import { goOn } from '../questions/go-on'
import { QuestionField } from '../questions/QuestionField'
import { isChoice, questionGrid } from '../questions/question'
import { isEmpty, isRequired } from '../questions/required'
import { TextField } from '../questions/TextField'
import { deskTexts } from '../texts/desk-texts'

const { panel: texts } = deskTexts

interface AnnotationFormProps {
  annotation: DeskAnnotation
  code: Code
  codebook: Codebook
  names: readonly NameOffer[]
  /** Earlier answers of this coder, by attribute. */
  suggestionsFor(key: string): readonly string[]
  /** Makes an edit, if any, of the annotation as it stands at that moment; writing in one field is one step for undo. */
  onEdit(id: string, make: (annotation: DeskAnnotation) => AnnotationEdit | null, field?: string): void
  /** After the last question: back to the text. */
  onDone(): void
}

interface Asked {
  key: string
  attribute: Attribute
  required: boolean
}

/** The questions as they stand: one that hangs on another answer stays away until it is asked. */
function questionsNow({ annotation, code, codebook }: AnnotationFormProps): Asked[] {
  const { attributes } = annotation.value
  return attributesOf(codebook, code).flatMap(({ key, attribute }) => {
    const required = isRequired(codebook, code, attribute, attributes)
    const isAsked = !attribute.requiredIf || required || !isEmpty(attributes[key])
    return isAsked ? [{ key, attribute, required }] : []
  })
}

function Note({ value, onChange }: { value: string; onChange(note: string): void }) {
  const id = useId()
  return (
    <div className="col-span-2 grid content-start gap-1">
      <label htmlFor={id} className="font-semibold text-sm">
        {texts.note}
      </label>
      <TextField id={id} rows={2} maxLength={4000} value={value} placeholder={texts.noteHint} onChange={onChange} />
    </div>
  )
}

/** The questions of the code, the note, and whether the coder is unsure. */
export function AnnotationForm(props: AnnotationFormProps) {
  const { annotation, codebook, names, suggestionsFor, onEdit, onDone } = props
  const { id, value } = annotation
  function setAnswer(key: string, attribute: Attribute, given: AttributeValue | undefined): void {
    // A field that goes away with the code hands over its last words when nobody asks for them any more.
    const make = (now: DeskAnnotation) => (asks(codebook, now, key) ? answer(now, key, given) : null)
    onEdit(id, make, isChoice(attribute) ? undefined : key)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field goes on to the next; the fields have the focus.
    <div className={`desk-questions ${questionGrid}`} onKeyDown={(event) => goOn(event, onDone)}>
      {questionsNow(props).map(({ key, attribute, required }) => (
        <QuestionField
          key={key}
          questionKey={key}
          {...{ attribute, required, names }}
          value={value.attributes[key]}
          isPrefilled={!isEmpty(value.attributes[key]) && !value.touched.includes(key)}
          suggestions={suggestionsFor(key)}
          onChange={(given) => setAnswer(key, attribute, given)}
        />
      ))}
      <Note value={value.note} onChange={(note) => onEdit(id, (now) => remark(now, { note }), 'note')} />
      <label className="col-span-2 flex min-h-11 items-center gap-2 text-sm lg:min-h-8">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={value.unsure}
          onChange={(event) => onEdit(id, (now) => remark(now, { unsure: event.target.checked }))}
        />
        {texts.unsureLabel}
      </label>
    </div>
  )
}
