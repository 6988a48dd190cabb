import { v7 as newRowId } from 'uuid'
import type { AnnotationValue, AttributeValue } from '@/lib/coding/annotation'
import type { LinkValue } from '@/lib/coding/change'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import type { Span } from '@/lib/text/spans'
import type { AnnotationEdit, LinkEdit } from '../outbox/record'
import { inOrder, united } from '../shaping/segments'

/** An annotation as the desk shows it: its row's id and its value. */
export interface DeskAnnotation extends Span {
  id: string
  value: AnnotationValue
}

/** A link as the desk shows it. */
export interface DeskLink {
  id: string
  value: LinkValue
}

function defaultsOf(codebook: Codebook, code: Code): AnnotationValue['attributes'] {
  return Object.fromEntries(
    attributesOf(codebook, code).flatMap(({ key, attribute }) =>
      attribute.default === undefined
        ? []
        : [[key, attribute.multiple ? [String(attribute.default)] : attribute.default]],
    ),
  )
}

/** Codes a stretch, with the defaults of the code's attributes; none of them counts as touched. */
export function create(codebook: Codebook, code: Code, span: Span): AnnotationEdit {
  const after: AnnotationValue = {
    code: code.key,
    segments: [{ part: code.parts[0] ?? 'span', ...span }],
    attributes: defaultsOf(codebook, code),
    note: '',
    unsure: false,
    touched: [],
  }
  return { kind: 'annotation', id: newRowId(), before: null, after }
}

/** The defaults of questions that the coder has not touched: an answer taken back by hand stays taken back. */
function untouched(defaults: AnnotationValue['attributes'], { touched }: AnnotationValue): typeof defaults {
  return Object.fromEntries(Object.entries(defaults).filter(([key]) => !touched.includes(key)))
}

/** Gives an annotation another code. Answers to questions that the new code asks too are kept, others go. */
export function recode(codebook: Codebook, annotation: DeskAnnotation, code: Code): AnnotationEdit {
  const { value } = annotation
  const asked = new Set(attributesOf(codebook, code).map(({ key }) => key))
  const kept = Object.fromEntries(Object.entries(value.attributes).filter(([key]) => asked.has(key)))
  const part = code.parts[0] ?? 'span'
  const after: AnnotationValue = {
    ...value,
    code: code.key,
    segments: inOrder(
      united(
        value.segments.map((segment) => ({
          ...segment,
          part: code.parts.includes(segment.part) ? segment.part : part,
        })),
      ),
    ),
    attributes: { ...untouched(defaultsOf(codebook, code), value), ...kept },
    touched: value.touched.filter((key) => asked.has(key)),
  }
  return { kind: 'annotation', id: annotation.id, before: value, after }
}

/** Whether the code that an annotation has now asks this question. */
export function asks(codebook: Codebook, { value }: DeskAnnotation, question: string): boolean {
  const code = codebook.codes.find(({ key }) => key === value.code)
  return code !== undefined && attributesOf(codebook, code).some(({ key }) => key === question)
}

/** Answers a question about an annotation, or takes the answer back (undefined). Either counts as touched. */
export function answer(annotation: DeskAnnotation, key: string, value: AttributeValue | undefined): AnnotationEdit {
  const { [key]: _, ...others } = annotation.value.attributes
  const after: AnnotationValue = {
    ...annotation.value,
    attributes: value === undefined ? others : { ...others, [key]: value },
    touched: [...new Set([...annotation.value.touched, key])],
  }
  return { kind: 'annotation', id: annotation.id, before: annotation.value, after }
}

/** Writes the note, or says whether the coder is unsure. */
export function remark(
  annotation: DeskAnnotation,
  remark: Partial<Pick<AnnotationValue, 'note' | 'unsure'>>,
): AnnotationEdit {
  return { kind: 'annotation', id: annotation.id, before: annotation.value, after: { ...annotation.value, ...remark } }
}

/** Deletes an annotation. */
export function remove(annotation: DeskAnnotation): AnnotationEdit {
  return { kind: 'annotation', id: annotation.id, before: annotation.value, after: null }
}

/** Links that an annotation can no longer have once it has another code. */
export function unfitLinks(
  codebook: Codebook,
  annotation: DeskAnnotation,
  code: Code,
  links: readonly DeskLink[],
): DeskLink[] {
  const allows = (relationKey: string, side: 'from' | 'to') =>
    codebook.relations.find(({ key }) => key === relationKey)?.[side].includes(code.key) ?? false
  return links.filter(({ value }) =>
    (['from', 'to'] as const).some((side) => value[side] === annotation.id && !allows(value.relation, side)),
  )
}

/** Takes a link away. */
export function unlink({ id, value }: DeskLink): LinkEdit {
  return { kind: 'link', id, before: value, after: null }
}
