import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute } from '@/lib/coding/codebook'
import { deskTexts } from '../texts/desk-texts'
import { isEmpty } from './required'

/** An answer to a question of the codebook as people read it. */
export function answerText(attribute: Attribute, value: AttributeValue | undefined): string {
  if (value === undefined || isEmpty(value)) return deskTexts.attribute.none
  if (typeof value === 'boolean') return value ? deskTexts.attribute.yes : deskTexts.attribute.no
  const labels = new Map(attribute.values.map(({ id, label }) => [id, label]))
  return (Array.isArray(value) ? value : [String(value)]).map((one) => labels.get(one) ?? one).join('; ')
}
