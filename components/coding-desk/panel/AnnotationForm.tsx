import { useId } from 'react'
import type { AttributeValue } from '@/lib/coding/annotation'
import { attributesOf, type Code, type Codebook } from '@/lib/coding/codebook'
import { answer, type DeskAnnotation, remark } from '../edits'
import type { AnnotationEdit } from '../outbox/record'
import { isEmpty, isRequired } from '../required'
import { deskTexts } from '../texts'
import { AttributeField } from './AttributeField'
import { TextField } from './TextField'

const { panel: texts } = deskTexts

interface AnnotationFormProps {
  annotation: DeskAnnotation
  code: Code
  codebook: Codebook
  /** Earlier answers of this coder, by attribute. */
  suggestionsFor(key: string): readonly string[]
  /** Makes an edit of the annotation as it stands at that moment; writing in one field is one step for undo. */
  onEdit(id: string, make: (annotation: DeskAnnotation) => AnnotationEdit, field?: string): void
}

/** The questions of the code, the note, and whether the coder is unsure. */
export function AnnotationForm({ annotation, code, codebook, suggestionsFor, onEdit }: AnnotationFormProps) {
  const noteId = useId()
  const { id, value } = annotation
  const setAnswer = (key: string, given: AttributeValue | undefined, isWritten: boolean) =>
    onEdit(id, (now) => answer(now, key, given), isWritten ? key : undefined)
  return (
    <div className="desk-questions grid gap-4">
      {attributesOf(codebook, code).map(({ key, attribute }) => {
        const given = value.attributes[key]
        const required = isRequired(codebook, code, attribute, value.attributes)
        const isWritten = attribute.type !== 'enum' && attribute.type !== 'boolean'
        // A question that hangs on another answer stays away until it is asked.
        if (attribute.requiredIf && !required && isEmpty(given)) return null
        return (
          <AttributeField
            key={key}
            attribute={attribute}
            value={given}
            required={required}
            suggestions={suggestionsFor(key)}
            onChange={(next) => setAnswer(key, next, isWritten)}
          />
        )
      })}
      <div className="grid gap-1">
        <label htmlFor={noteId} className="font-semibold text-sm">
          {texts.note}
        </label>
        <TextField
          id={noteId}
          rows={2}
          maxLength={4000}
          value={value.note}
          placeholder={texts.noteHint}
          onChange={(note) => onEdit(id, (now) => remark(now, { note }), 'note')}
        />
      </div>
      <label className="flex min-h-11 items-center gap-2 text-sm lg:min-h-8">
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
