import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type Codebook, codebookSchema } from '../lib/coding/codebook'
import type { UnitDocument } from '../lib/coding/unit-index'
import { freezeUnits } from '../lib/text/units'

export interface StudySize {
  documents: number
  coders: number
  /** Annotations of each coder in each document. */
  annotations: number
  codes: number
}

interface MadeAnnotation {
  code: string
  segments: { part: 'span'; start: number; end: number }[]
  attributes: Record<string, string>
  unsure: boolean
}

export interface MadeDocument {
  document: UnitDocument
  codings: { coder: string; annotations: MadeAnnotation[]; variables: [] }[]
}

const codesPerFamily = 4

/** A codebook of so many codes in families of four, all with an attribute of three values. */
export function madeCodebook(codes: number): Codebook {
  const keys = Array.from({ length: codes }, (_, i) => ({
    key: `code_${i + 1}`,
    family: `f${Math.floor(i / codesPerFamily)}`,
  }))
  const values = ['endorses', 'relays', 'rejects'].map((id) => ({ id, label: id }))
  return codebookSchema.parse({
    version: '1.0.0',
    title: 'Made for measuring',
    families: [...new Set(keys.map(({ family }) => family))].map((key) => ({ key, label: key })),
    attributes: { author_stance: { label: 'Stance', type: 'enum', values } },
    codes: keys.map(({ key, family }) => ({
      ...{ key, family, label: key, colour: '#0072b2', pattern: 'solid', attributeKeys: ['author_stance'] },
    })),
  })
}

const wordList =
  'harbour council ferry bridge mayor toll strike vote river market school road crew union budget lamp'.split(' ')
const wordsPerText = 800

/** Documents of 800 words, coded alike by everybody up to their boundaries and one annotation in five; seeded. */
export function* madeDocuments(size: StudySize, seed = 11): Generator<MadeDocument> {
  const generator = xoroshiro128plus(seed)
  const below = (n: number) => uniformInt(generator, 0, n - 1)
  for (let number = 1; number <= size.documents; number += 1) {
    const text = madeText(below)
    const { graphemeInteriors: _, ...units } = freezeUnits(text, 'en')
    const truth = Array.from({ length: size.annotations }, () => madeAnnotation(below, size, units.length))
    const codings = Array.from({ length: size.coders }, (_, i) => ({
      coder: `C${String(i + 1).padStart(2, '0')}`,
      annotations: truth.map((annotation) =>
        below(5) === 0 ? madeAnnotation(below, size, units.length) : moved(annotation, below, units.length),
      ),
      variables: [] as [],
    }))
    yield { document: { number, text, ...units, regions: [] }, codings }
  }
}

type Below = (n: number) => number

function madeText(below: Below): string {
  const sentences = Array.from({ length: wordsPerText / 16 }, () => {
    const words = Array.from({ length: 16 }, () => wordList[below(wordList.length)] ?? '')
    return `The ${words.join(' ')}.`
  })
  return sentences.map((sentence, i) => (i % 5 === 4 ? `${sentence}\n` : `${sentence} `)).join('')
}

function madeAnnotation(below: Below, { codes }: StudySize, length: number): MadeAnnotation {
  const start = below(length - 120)
  const attributes = { author_stance: ['endorses', 'relays', 'rejects'][below(3)] ?? '' }
  const segments = [{ part: 'span' as const, start, end: start + 10 + below(90) }]
  return { code: `code_${1 + below(codes)}`, segments, attributes, unsure: below(20) === 0 }
}

/** The same annotation with boundaries as another person would set them. */
function moved(annotation: MadeAnnotation, below: Below, length: number): MadeAnnotation {
  const segments = annotation.segments.map(({ part, start, end }) => {
    const from = Math.max(0, start + below(9) - 4)
    return { part, start: from, end: Math.min(length, Math.max(from + 1, end + below(9) - 4)) }
  })
  return { ...annotation, segments }
}
