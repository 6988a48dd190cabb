import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute } from '@/lib/coding/codebook'
import { questionTexts as texts } from '../texts/question-texts'
import { isEmpty } from './required'

/** An answer to a question of the codebook as people read it. */
export function answerText(attribute: Attribute, value: AttributeValue | undefined): string {
  if (value === undefined || isEmpty(value)) return texts.none
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  const labels = new Map(attribute.values.map(({ id, label }) => [id, label]))
  return (Array.isArray(value) ? value : [String(value)]).map((one) => labels.get(one) ?? one).join('; ')
}
