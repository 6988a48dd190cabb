import type { CodedSpan } from '@/lib/agreement/continuum'
import type {
  AgreementReport,
  ReportedAttribute,
  ReportedVariable,
  ReportRequest,
} from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import type { DocumentStatistics } from '@/lib/agreement/report/document-statistics'
import { type StudyDocument, sentenceLength, studyDocument } from './study-documents'
import { codes, family } from './unitizing-documents'

/** Sentence by sentence what each coder gave: { C01: 'h-v', C02: 'hh-' }, h hero, v villain, i victim, b hero and villain. */
export type Sentences = Readonly<Record<string, string>>

const letters: Record<string, readonly string[]> = {
  '-': [],
  h: ['hero'],
  v: ['villain'],
  i: ['victim'],
  b: ['hero', 'villain'],
}

/** A document in which coders gave sentences these codes, as spans of most of the sentence. */
export function sentencesDocument(
  documentId: string,
  sentences: Sentences,
  more: Partial<StudyDocument> = {},
): StudyDocument {
  const coders = Object.keys(sentences).sort()
  const spans = coders.flatMap((coder) =>
    Array.from(sentences[coder] ?? '').flatMap((letter, i): CodedSpan[] =>
      (letters[letter] ?? []).map((code) => ({
        ...{ coder, code, start: i * sentenceLength },
        end: i * sentenceLength + (coder === 'C02' ? 11 : 9),
      })),
    ),
  )
  return { documentId, coders, sentences: sentences[coders[0] ?? '']?.length ?? 0, spans, ...more }
}

/** The presence of each code of the family in units. */
export const presenceVariables: ReportedVariable[] = codes.map((key) => ({
  ...{ key, label: labelOf(key), kind: 'code_presence', family: family.key, level: 'nominal', alphaMin: 0.8 },
}))

/** A request for a report on these documents by all of their coders. */
export function studyRequest(
  documents: readonly DocumentStatistics[],
  more: Partial<ReportRequest> = {},
): ReportRequest {
  return {
    documents,
    variables: presenceVariables,
    attributes: [],
    families: [{ ...family, codes: codes.map((key) => ({ key, label: labelOf(key), alphaMin: 0.8 })) }],
    coders: [...new Set(documents.flatMap(({ coders }) => coders))],
    ...{ unit: 'sentence', seed: 20260101, replicates: 200 },
    ...more,
  }
}

function labelOf(key: string): string {
  return `${key.charAt(0).toUpperCase()}${key.slice(1)}`
}

/** Fourteen documents that two or three of three coders finished, in two strata, one finished by a single coder. */
export function exampleDocuments(): DocumentStatistics[] {
  const random = generator(7)
  return Array.from({ length: 15 }, (_, i) => {
    const coders =
      i === 14 ? ['C03'] : i % 3 === 0 ? ['C01', 'C02', 'C03'] : i % 3 === 1 ? ['C01', 'C02'] : ['C02', 'C03']
    const truth = Array.from({ length: 18 }, () => Array.from('---------hhvvib')[Math.floor(random() * 15)] ?? '-')
    const own = coders.map((coder) => [
      coder,
      truth.map((letter) => (random() < 0.1 ? (Array.from('-hv')[Math.floor(random() * 3)] ?? '-') : letter)).join(''),
    ])
    const document = sentencesDocument(`D${String(i + 1).padStart(4, '0')}`, Object.fromEntries(own))
    return studyDocument({ ...document, ...documentValues(document, i) })
  })
}

/** Counts, rates and document variables as coders would have them, now and then without a value. */
function documentValues({ coders, spans }: StudyDocument, i: number): Pick<StudyDocument, 'numbers' | 'variables'> {
  const heroes = coders.map((coder) => spans.filter((span) => span.coder === coder && span.code === 'hero').length)
  const genres = ['news', 'opinion', 'report']
  const tones = ['low', 'middle', 'high']
  return {
    numbers: {
      'count:hero': heroes,
      'rate:hero': heroes.map((count) => (1000 * count) / 216),
      balance: heroes.map((count, place) => (count === 0 ? null : (count - place) / (count + place))),
    },
    variables: {
      genre: coders.map((_, place) => genres[(i + (place === 1 && i % 6 === 0 ? 1 : 0)) % 3] ?? null),
      intensity: coders.map((_, place) => (i === 3 ? null : (tones[((i + (place * i) / 5) % 3) | 0] ?? null))),
    },
  }
}

/** Numbers from 0 to 1, the same each time (Park & Miller 1988). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const others: ReportedVariable[] = [
  {
    key: family.key,
    label: 'Character: sets of codes',
    kind: 'family_set',
    family: family.key,
    level: 'nominal_set',
    alphaMin: 0.8,
  },
  {
    key: family.key,
    label: 'Character: one category per set',
    kind: 'family_nominal',
    family: family.key,
    level: 'nominal',
    alphaMin: 0.8,
  },
  { key: 'count:hero', label: 'Hero: number', kind: 'count', family: family.key, level: 'ratio', alphaMin: 0.8 },
  {
    key: 'rate:hero',
    label: 'Hero: per 1,000 words',
    kind: 'rate',
    family: family.key,
    level: 'interval',
    alphaMin: 0.8,
  },
  { key: 'balance', label: 'Balance', kind: 'derived', family: family.key, level: 'interval', alphaMin: 0.667 },
  { key: 'genre', label: 'Genre', kind: 'document_variable', family: '', level: 'nominal', alphaMin: 0.8 },
  {
    ...{
      key: 'intensity',
      label: 'Intensity',
      kind: 'document_variable',
      family: '',
      level: 'ordinal',
      alphaMin: 0.667,
    },
    order: ['low', 'middle', 'high'],
  },
]

const stance: ReportedAttribute = {
  ...{ key: 'hero.author_stance', label: "Hero: author's stance", kind: 'attribute', family: family.key },
  ...{ level: 'nominal', alphaMin: 0.8, attribute: 'author_stance', codes: ['hero'] },
  valueLabels: { endorses: 'Takes it as own', rejects: 'Turns against it' },
}

/** All of the example study that can be asked for. */
export function exampleRequest(more: Partial<ReportRequest> = {}): ReportRequest {
  const documents = exampleDocuments()
  const ids = documents.map(({ documentId }) => documentId)
  return studyRequest(documents, {
    variables: [...presenceVariables, ...others],
    attributes: [stance],
    strata: Object.fromEntries(ids.map((id, i) => [id, i % 2 === 0 ? 'north' : 'south'])),
    completed: ids,
    ...more,
  })
}

/** A full report, for tests of what shows it. */
export function exampleReport(more: Partial<ReportRequest> = {}): AgreementReport {
  return composeReport(exampleRequest(more))
}
