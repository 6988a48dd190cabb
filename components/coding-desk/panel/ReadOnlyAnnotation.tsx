import type { Code, Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import type { DeskAnnotation } from '../annotations/edits'
import { answerText } from '../questions/answer-text'
import { deskTexts } from '../texts/desk-texts'

interface ReadOnlyAnnotationProps {
  annotation: DeskAnnotation
  code: Code
  codebook: Codebook
}

/** The answers of an annotation that can no longer change. */
export function ReadOnlyAnnotation({ annotation, code, codebook }: ReadOnlyAnnotationProps) {
  const { attributes, note, unsure } = annotation.value
  return (
    <dl className="grid gap-2 text-sm">
      {attributesOf(codebook, code).map(({ key, attribute }) => (
        <div key={key}>
          <dt className="font-semibold">{attribute.label}</dt>
          <dd dir="auto">{answerText(attribute, attributes[key])}</dd>
        </div>
      ))}
      {note && (
        <div>
          <dt className="font-semibold">{deskTexts.panel.note}</dt>
          <dd dir="auto" className="whitespace-pre-wrap">
            {note}
          </dd>
        </div>
      )}
      {unsure && <p className="text-muted">{deskTexts.panel.unsureLabel}</p>}
    </dl>
  )
}
