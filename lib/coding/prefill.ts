import type { Span } from '../text/spans'
import type { AnnotationValue, AttributeValue, Segment } from './annotation'
import type { Code, Codebook } from './codebook'
import { attributesOf } from './codes'

/**
 * Answers that follow from the attribution around a span. An undefined one is open: the attribution says that the
 * codebook's default is wrong here, but not what is right.
 */
export type Prefilled = Record<string, AttributeValue | undefined>

/** What a coder answered about the directness of an attribution -> whose voice speaks in its content. */
const voiceOf: Record<string, string> = {
  direct: 'quoted_direct',
  indirect: 'quoted_indirect',
  free_indirect: 'ambiguous',
}

/**
 * What the reporting expression presupposes -> what the writer does with the framing. An endorsing cue ("explained")
 * is no endorsement of the framing, so it says nothing here.
 */
const stanceOf: Record<string, string> = { neutral: 'relays', distancing: 'rejects', discrediting: 'rejects' }

const contentOf = ({ segments }: AnnotationValue) => segments.filter(({ part }) => part === 'content')
const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0)
}

/**
 * The annotations in whose content all of these stretches lie, those with the shortest content: one, or several that
 * enclose them equally closely.
 */
export function innermostAttributions<Annotated extends { value: AnnotationValue }>(
  stretches: readonly Span[],
  annotations: readonly Annotated[],
): Annotated[] {
  let shortest = Number.POSITIVE_INFINITY
  let innermost: Annotated[] = []
  for (const annotation of annotations) {
    const content = contentOf(annotation.value)
    const encloses = content.length > 0 && stretches.every((one) => content.some((outer) => holds(outer, one)))
    const length = lengthOf(content)
    if (!encloses || length > shortest) continue
    innermost = length < shortest ? [annotation] : [...innermost, annotation]
    shortest = length
  }
  return innermost
}

/** What the coder answered by hand: a default of the attribution must not become one of the framing in it. */
function answered({ attributes, touched }: AnnotationValue, key: string): AttributeValue | undefined {
  return touched.includes(key) ? attributes[key] : undefined
}

interface Asked {
  codebook: Codebook
  code: Code
  /** The words of a stretch, code points. */
  textOf(span: Span): string
}

type Reader = (attribution: AnnotationValue, asked: Asked) => AttributeValue | undefined

function valueOffered({ codebook, code }: Asked, key: string, value: string | undefined): string | undefined {
  const attribute = attributesOf(codebook, code).find((one) => one.key === key)?.attribute
  return attribute?.values.some(({ id }) => id === value) ? value : undefined
}

const readVoice: Reader = (attribution, asked) =>
  valueOffered(asked, 'voice', voiceOf[String(answered(attribution, 'directness'))])

const readStance: Reader = (attribution, asked) =>
  valueOffered(asked, 'author_stance', stanceOf[String(answered(attribution, 'cue_stance'))])

/** Answers hold 500 UTF-16 code units: cut where no character is. */
const shortened = (words: string) => [...words].slice(0, 250).join('')

/** The source as the coder named it; unnamed, its own words. */
const readSource: Reader = (attribution, { codebook, textOf }) => {
  const words = attribution.segments.filter(({ part }) => part === 'source').map(textOf)
  const named = answered(attribution, 'source_entity') ?? (words.length > 0 ? shortened(words.join(' ')) : [])
  const names = Array.isArray(named) ? named : [String(named)]
  if (names.length === 0) return undefined
  if (codebook.attributes.voice_source?.multiple) return names
  return names.length === 1 ? names[0] : undefined
}

/** The questions that an attribution can answer, and whether it at least rules the default out. */
const questions: readonly { key: string; read: Reader; rulesOutDefault: boolean }[] = [
  { key: 'voice', read: readVoice, rulesOutDefault: true },
  { key: 'voice_source', read: readSource, rulesOutDefault: false },
  { key: 'author_stance', read: readStance, rulesOutDefault: false },
]

function agreed(answers: readonly (AttributeValue | undefined)[]): AttributeValue | undefined {
  const [first] = answers
  return answers.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined
}

/**
 * Answers about a new span from the innermost attribution in whose content it lies: voice, speaker and stance, as far
 * as the code asks for them. Where several enclose it equally closely and differ, the answer stays open.
 * @param stretches those of the new span, code points
 * @returns empty outside of all attributions, and for codebooks without these questions
 */
export function prefilled(
  stretches: readonly Span[],
  annotations: readonly { value: AnnotationValue }[],
  asked: Asked,
): Prefilled {
  const attributions = innermostAttributions(stretches, annotations)
  if (attributions.length === 0) return {}
  const keys = new Set(attributesOf(asked.codebook, asked.code).map(({ key }) => key))
  return Object.fromEntries(
    questions.flatMap(({ key, read, rulesOutDefault }) => {
      const answer = agreed(attributions.map(({ value }) => read(value, asked)))
      return keys.has(key) && (answer !== undefined || rulesOutDefault) ? [[key, answer] as const] : []
    }),
  )
}
