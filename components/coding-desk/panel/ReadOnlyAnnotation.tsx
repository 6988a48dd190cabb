import type { AttributeValue } from '@/lib/coding/annotation'
import { type Attribute, attributesOf, type Code, type Codebook } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../edits'
import { isEmpty } from '../required'
import { deskTexts } from '../texts'

function said(attribute: Attribute, value: AttributeValue | undefined): string {
  if (isEmpty(value)) return deskTexts.attribute.none
  if (typeof value === 'boolean') return value ? deskTexts.attribute.yes : deskTexts.attribute.no
  const labels = new Map(attribute.values.map(({ id, label }) => [id, label]))
  return (Array.isArray(value) ? value : [String(value)]).map((one) => labels.get(one) ?? one).join('; ')
}

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
          <dd dir="auto">{said(attribute, attributes[key])}</dd>
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
