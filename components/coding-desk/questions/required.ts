import type { AnnotationValue, AttributeValue } from '@/lib/coding/annotation'
import type { Attribute, Code, Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import { holds } from '@/lib/coding/condition'
import { missingAttributes, missingPart } from '@/lib/coding/rules'

/** Whether an answer says nothing. */
export function isEmpty(value: AttributeValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether the coder must answer this question of the code, given the other answers and the codebook's defaults. */
export function isRequired(codebook: Codebook, code: Code, attribute: Attribute, given: AnnotationValue['attributes']) {
  if (attribute.required || attribute.requiredIf === undefined) return attribute.required
  const answers = attributesOf(codebook, code).map(({ key, attribute: asked }) => [key, given[key] ?? asked.default])
  return holds(attribute.requiredIf, Object.fromEntries(answers))
}

const lacking = new WeakMap<Codebook, WeakMap<AnnotationValue, boolean>>()

/**
 * Whether the coding can not be submitted before more is said about this annotation. Lists ask it of thousands at every
 * stroke: of one value, which never changes, it is found out once.
 */
export function lacksDetails(codebook: Codebook, value: AnnotationValue): boolean {
  const known = lacking.get(codebook)?.get(value)
  if (known !== undefined) return known
  const lacks = missingAttributes(value, codebook).length > 0 || missingPart(value, codebook) !== undefined
  const ofCodebook = lacking.get(codebook) ?? new WeakMap<AnnotationValue, boolean>()
  lacking.set(codebook, ofCodebook.set(value, lacks))
  return lacks
}
