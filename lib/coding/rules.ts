import { isGraphemeBoundary } from '../text/graphemes'
import type { AnnotationValue, AttributeValue, Segment } from './annotation'
import type { LinkValue, VariableValue } from './change'
import type { Attribute, Code, Codebook } from './codebook'
import { attributesOf } from './codes'
import { holds } from './condition'
import { documentQuestions } from './document-questions'

/** What is wrong, by field of the value ("segments.0.end"), in words that say what to do; empty when nothing is. */
export type Problems = Record<string, string>

/** What the rules need of the frozen text: its length and grapheme interiors, in code points. */
export interface FrozenText {
  length: number
  graphemeInteriors: number[]
}

/**
 * Holds an annotation against the text and the codebook: every segment inside the text, on grapheme boundaries, sorted
 * and apart within its part; a code that is offered; attributes the code takes, with values of their kind. Attributes
 * that are required and missing are no problem while coding: see `missingAttributes`.
 */
export function annotationProblems(value: AnnotationValue, codebook: Codebook, text: FrozenText): Problems {
  const code = codebook.codes.find((candidate) => candidate.key === value.code)
  if (!code?.enabled || code.level !== 'span') {
    return { code: `The codebook offers no code “${value.code}” for spans.` }
  }
  return {
    ...segmentProblems(value.segments, code, text),
    ...attributeProblems(value.attributes, codebook, code),
    ...touchedProblems(value, codebook, code),
  }
}

function segmentProblems(segments: readonly Segment[], code: Code, text: FrozenText): Problems {
  const problems: Problems = {}
  segments.forEach((segment, index) => {
    const problem = placeProblem(segment, text) ?? orderProblem(segments, index) ?? partProblem(segment, code)
    if (problem) problems[`segments.${index}`] = problem
  })
  return problems
}

function placeProblem({ start, end }: Segment, { length, graphemeInteriors }: FrozenText): string | undefined {
  if (start >= end) return 'A segment must end after its start.'
  if (end > length) return `The segment ends at ${end}, but the text has ${length} code points.`
  for (const offset of [start, end]) {
    if (!isGraphemeBoundary(graphemeInteriors, offset)) return `Offset ${offset} lies inside a character.`
  }
  return undefined
}

function orderProblem(segments: readonly Segment[], index: number): string | undefined {
  const [segment, previous] = [segments[index], segments[index - 1]]
  if (!segment || !previous) return undefined
  if (segment.start < previous.start) return 'Segments must be sorted by their start.'
  const meets = segments.slice(0, index).some((other) => other.part === segment.part && other.end > segment.start)
  return meets ? 'Two segments of one part overlap.' : undefined
}

function partProblem({ part }: Segment, code: Code): string | undefined {
  return code.parts.includes(part) ? undefined : `${code.label} has no part “${part}”, only ${code.parts.join(', ')}.`
}

function attributeProblems(values: AnnotationValue['attributes'], codebook: Codebook, code: Code): Problems {
  const taken = new Map(attributesOf(codebook, code).map(({ key, attribute }) => [key, attribute]))
  const problems: Problems = {}
  for (const [key, value] of Object.entries(values)) {
    const attribute = taken.get(key)
    const problem = attribute ? valueProblem(value, attribute) : `${code.label} takes no attribute “${key}”.`
    if (problem) problems[`attributes.${key}`] = problem
  }
  return problems
}

function touchedProblems({ touched }: AnnotationValue, codebook: Codebook, code: Code): Problems {
  const taken = new Set(attributesOf(codebook, code).map(({ key }) => key))
  const unknown = touched.find((key) => !taken.has(key))
  return unknown ? { touched: `${code.label} takes no attribute “${unknown}”.` } : {}
}

/** Why a value is not one of this attribute; undefined when it is. */
function valueProblem(value: AttributeValue, attribute: Attribute): string | undefined {
  if (!Array.isArray(value)) return singleProblem(value, attribute)
  if (!attribute.multiple) return `${attribute.label} takes one value.`
  if (new Set(value).size < value.length) return `${attribute.label} names a value twice.`
  return value.map((one) => singleProblem(one, attribute)).find(Boolean)
}

function singleProblem(value: string | number | boolean, attribute: Attribute): string | undefined {
  const { type, label } = attribute
  if (type === 'number') return typeof value === 'number' ? undefined : `${label} takes a number.`
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : `${label} takes yes or no.`
  if (typeof value !== 'string') return `${label} takes words.`
  if (type === 'enum' && !attribute.values.some((known) => known.id === value))
    return `${label} has no value “${value}”.`
  return undefined
}

/**
 * Keys of the attributes that must be filled in before the coding is submitted and are not, in the codebook's order.
 * What the codebook gives a default counts as filled in.
 */
export function missingAttributes(value: AnnotationValue, codebook: Codebook): string[] {
  const code = codebook.codes.find((candidate) => candidate.key === value.code)
  if (!code) return []
  const filled = (key: string, attribute: Attribute) => value.attributes[key] ?? attribute.default
  const values = Object.fromEntries(
    attributesOf(codebook, code).map(({ key, attribute }) => [key, filled(key, attribute)]),
  )
  return attributesOf(codebook, code)
    .filter(({ attribute }) => attribute.required || (attribute.requiredIf && holds(attribute.requiredIf, values)))
    .filter(({ key }) => isEmpty(values[key]))
    .map(({ key }) => key)
}

/**
 * The part that an annotation must have before the coding is submitted and has not: the first one of its code, as the
 * content of an attribution. The other parts may be missing: a source may go unnamed.
 */
export function missingPart({ code: key, segments }: AnnotationValue, codebook: Codebook): Segment['part'] | undefined {
  const main = codebook.codes.find((candidate) => candidate.key === key)?.parts[0]
  return segments.some(({ part }) => part === main) ? undefined : main
}

function isEmpty(value: AttributeValue | undefined): boolean {
  if (value === undefined) return true
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === ''
}

/**
 * Holds a link against the codebook's relations.
 * @param ends the codes of the two live annotations of the coding; undefined where there is none
 */
export function linkProblems(
  value: LinkValue,
  codebook: Codebook,
  ends: { from: string | undefined; to: string | undefined },
): Problems {
  const relation = codebook.relations.find((candidate) => candidate.key === value.relation)
  if (!relation) return { relation: `The codebook has no relation “${value.relation}”.` }
  if (value.from === value.to) return { to: 'An annotation cannot be linked to itself.' }
  const problems: Problems = {}
  for (const side of ['from', 'to'] as const) {
    const code = ends[side]
    if (code === undefined) problems[side] = 'There is no such annotation in this coding.'
    else if (!relation[side].includes(code)) problems[side] = `${relation.label} cannot hold a ${code} at this end.`
  }
  return problems
}

/** Holds an answer about the document against the codebook's variables and its codes for whole documents. */
export function variableProblems(value: VariableValue, codebook: Codebook): Problems {
  const question = documentQuestions(codebook).find(({ key }) => key === value.variable)
  if (!question) return { variable: `The codebook has no variable “${value.variable}”.` }
  const problem = valueProblem(value.value, question.attribute)
  return problem ? { value: problem } : {}
}
