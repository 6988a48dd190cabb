import type { AnnotationValue, AttributeValue, Segment } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import { missingAttributes } from '@/lib/coding/rules'
import type { TrickyPassage } from '../support/samples'

type Coded = TrickyPassage['annotations'][number]

/** What a passage's annotation is to be on the desk, and which answers the coder gives by hand. */
export interface Wanted {
  value: AnnotationValue
  given: [key: string, answer: AttributeValue][]
}

/** All segments in the order of the text. */
function segmentsOf({ segments = [], parts = {} }: Coded): Segment[] {
  const plain = segments.map(({ start, end }) => ({ part: 'span' as const, start, end }))
  const named = Object.entries(parts).flatMap(([part, stretches]) =>
    stretches.map(({ start, end }) => ({ part: part as Segment['part'], start, end })),
  )
  return [...plain, ...named].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** An answer of some kind, for a question that the codebook requires and the passage says nothing about. */
function anyAnswer({ attributes }: Codebook, key: string): AttributeValue {
  const attribute = attributes[key]
  const answer = attribute?.values[0]?.id ?? 'Somebody'
  return attribute?.multiple ? [answer] : answer
}

/**
 * What the coder does to code it.
 * @returns with the codebook's defaults, and with something for what the codebook requires and the passage leaves open
 */
export function wantedOf(codebook: Codebook, coded: Coded): Wanted {
  const code = codebook.codes.find(({ key }) => key === coded.code)
  if (!code) throw new Error(`The codebook has no code “${coded.code}”.`)
  // Every annotation can be marked as unsure, so the codebook has no attribute of that name.
  const { certainty, ...attributes } = coded.attributes
  const asked = attributesOf(codebook, code)
  const said = Object.entries(attributes).map(([key, answer]) => {
    const isList = codebook.attributes[key]?.multiple && !Array.isArray(answer)
    return [key, isList ? [String(answer)] : answer] as const
  })
  const value: AnnotationValue = {
    ...{ code: coded.code, segments: segmentsOf(coded), note: '', unsure: certainty === 'unsure', touched: [] },
    attributes: Object.fromEntries([
      ...asked.flatMap(({ key, attribute }) => (attribute.default === undefined ? [] : [[key, attribute.default]])),
      ...said,
    ]),
  }
  const filled: string[] = []
  for (let missing = missingAttributes(value, codebook); missing[0]; missing = missingAttributes(value, codebook)) {
    value.attributes[missing[0]] = anyAnswer(codebook, missing[0])
    filled.push(missing[0])
  }
  const touched = asked.map(({ key }) => key).filter((key) => key in attributes || filled.includes(key))
  return {
    value: { ...value, touched },
    given: touched.map((key) => [key, value.attributes[key] as AttributeValue]),
  }
}
