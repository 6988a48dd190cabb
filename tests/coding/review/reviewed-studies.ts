import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import type { Cluster, Difference, Member } from '@/lib/coding/review/cluster'
import { clustersOf } from '@/lib/coding/review/clusters'
import type {
  IneligibleClaim,
  ReviewedAnnotation,
  ReviewedCoding,
  ReviewedDocument,
} from '@/lib/coding/review/reviewed-document'

/** Small documents with codings to review, and clusters in words that can be read: `tell(clustersOf(...))`. */

const look = { colour: '#0072B2', pattern: 'solid' }

const codes = [
  { key: 'hero', family: 'character', attributeKeys: ['target', 'author_stance', 'voice', 'basis'] },
  { key: 'villain', family: 'character', attributeKeys: ['target', 'author_stance', 'voice'] },
  { key: 'sourced', family: 'figure', attributeKeys: ['scope'] },
  { key: 'unsourced', family: 'figure', attributeKeys: ['scope'] },
  { key: 'attribution', family: 'attribution', parts: ['content', 'source', 'cue'] },
  { key: 'empty', family: 'character', level: 'document' },
]

export const codebook: Codebook = codebookSchema.parse({
  version: '1.0.0',
  title: 'Quiet places',
  families: ['character', 'figure', 'attribution'].map((key) => ({ key, label: key })),
  attributes: {
    target: { label: 'Target', type: 'entity_ref', multiple: true },
    author_stance: { label: 'Stance', type: 'enum' },
    voice: { label: 'Voice', type: 'enum' },
    basis: { label: 'Basis', type: 'enum', enabled: false },
    scope: { label: 'Scope', type: 'enum' },
  },
  codes: codes.map((code) => ({ label: code.key, ...look, ...code })),
  variables: [
    { key: 'genre', label: 'Genre', type: 'enum', values: ['news', 'essay'] },
    { key: 'tone', label: 'Tone', type: 'enum', values: ['dry', 'warm'] },
  ],
  relations: [
    { key: 'covered_by', label: 'Covered by', from: ['sourced'], to: ['attribution'] },
    { key: 'repeats', label: 'Repeats', from: ['sourced'], to: ['sourced'] },
  ],
})

/** The same codebook as a later version, with other attributes where some are given. */
export function laterCodebook(version: string, attributes: Codebook['attributes'] = {}): Codebook {
  return { ...codebook, version, attributes: { ...codebook.attributes, ...attributes } }
}

export const codebooks = new Map([
  ['1.0.0', codebook],
  ['1.1.0', laterCodebook('1.1.0')],
])

/** The text that is coded here unless another one is. */
export const ferryText =
  'The ferry saved the town. Mayor Tarn said that 40 boats sank, and the old town wept. “Shame on Brisk”, they cried.'

/** What a coder marked: words of the text, or several stretches of it, with a code. */
export interface Mark {
  code: string
  /** Words by part; "span" for the whole of a plain annotation. */
  parts: { part: ReviewedAnnotation['segments'][number]['part']; words: string }[]
  attributes: ReviewedAnnotation['attributes']
  /** Relation and place of the annotation it leads to in the coder's list. */
  links: readonly (readonly [relation: string, to: number])[]
  id?: string
}

/** A plain annotation of these words; several are the segments of one. */
export function mark(
  code: string,
  words: string | readonly string[],
  attributes: Mark['attributes'] = {},
  more: Partial<Mark> = {},
): Mark {
  const list = typeof words === 'string' ? [words] : words
  return { code, parts: list.map((one) => ({ part: 'span', words: one })), attributes, links: [], ...more }
}

/** An attribution of content, source and cue. */
export function quote(content: string | readonly string[], source?: string, cue?: string): Mark {
  const contents = typeof content === 'string' ? [content] : content
  const parts: Mark['parts'] = contents.map((words) => ({ part: 'content', words }))
  if (source !== undefined) parts.push({ part: 'source', words: source })
  if (cue !== undefined) parts.push({ part: 'cue', words: cue })
  return { code: 'attribution', parts, attributes: {}, links: [] }
}

function segmentsOf(text: string, { parts }: Mark): ReviewedAnnotation['segments'] {
  const segments = parts.map(({ part, words }) => {
    const at = text.indexOf(words)
    if (at < 0) throw new Error(`“${words}” is not in the text`)
    const start = Array.from(text.slice(0, at)).length
    return { part, start, end: start + Array.from(words).length }
  })
  return segments.sort((one, other) => one.start - other.start)
}

/** What a coder submitted: annotations in the order in which they were made. */
export function codingOf(
  coder: string,
  marks: readonly Mark[],
  { text = ferryText, ...more }: Partial<ReviewedCoding> & { text?: string } = {},
): ReviewedCoding {
  const idOf = (place: number) => marks[place]?.id ?? `${coder}-${place + 1}`
  return {
    ...{ codingId: `coding of ${coder}`, coder, revision: 0, codebookVersion: '1.0.0' },
    nothingToCode: marks.length === 0,
    annotations: marks.map((own, i) => ({
      ...{ id: idOf(i), lineageId: idOf(i), code: own.code, segments: segmentsOf(text, own) },
      ...{ attributes: own.attributes, compared: own.attributes, note: '', unsure: false },
    })),
    links: marks.flatMap(({ links }, from) =>
      links.map(([relation, to], i) => ({
        ...{ id: `${idOf(from)} link ${i}`, relation, from: idOf(from), to: idOf(to) },
      })),
    ),
    answers: [],
    ...more,
  }
}

export function documentOf(
  codings: readonly ReviewedCoding[],
  { text = ferryText, ...more }: Partial<ReviewedDocument> = {},
): ReviewedDocument {
  return {
    ...{
      roundId: 'round',
      documentId: 'document',
      secret: 'a secret',
      text,
      length: Array.from(text).length,
      language: 'en',
    },
    ...{ codings, ineligible: [], ...more },
  }
}

/** A document that these coders coded: C01, C02, ... in turn. */
export function coded(...lists: (readonly Mark[])[]): ReviewedDocument {
  return documentOf(lists.map((marks, i) => codingOf(`C0${i + 1}`, marks)))
}

export function claim(coder: string, reason: string): IneligibleClaim {
  return { codingId: `coding of ${coder}`, coder, revision: 0, codebookVersion: '1.0.0', reason }
}

/** The clusters of spans and their differences in words. */
export function told(document: ReviewedDocument): { words: string; types: string; differences: string[] }[] {
  return clustersOf(document, codebooks)
    .filter(({ kind }) => kind === 'spans')
    .map((cluster) => tell(document, cluster))
}

export function tell(document: ReviewedDocument, cluster: Cluster) {
  const characters = Array.from(document.text)
  return {
    words: characters.slice(cluster.start, cluster.end).join(''),
    types: cluster.types.join(' '),
    differences: cluster.differences.map((difference) => tellDifference(document, difference)),
  }
}

/** "D3 C01 hero “saved” | C02 villain “saved the town”" */
function tellDifference(document: ReviewedDocument, { type, coders, members, attribute }: Difference): string {
  const about =
    members.length > 0 ? members.map((member) => tellMember(document, member)).join(' | ') : coders.join(' | ')
  const against = members.every(({ coder }) => coder === members[0]?.coder) && members.length > 0 ? coders : []
  const missing = against.filter((coder) => coder !== members[0]?.coder).map((coder) => ` | ${coder}`)
  return `${type}${attribute === undefined ? '' : ` ${attribute}`} ${about}${missing.join('')}`
}

function tellMember({ text, codings }: ReviewedDocument, { coder, annotationId }: Member): string {
  const coding = codings.find((one) => one.coder === coder)
  const annotation = coding?.annotations.find(({ id }) => id === annotationId)
  if (!annotation) throw new Error(`${coder} has no annotation ${annotationId}`)
  const characters = Array.from(text)
  const main = annotation.segments.filter(({ part }) => part === 'span' || part === 'content')
  const words = main.map(({ start, end }) => characters.slice(start, end).join(''))
  return `${coder} ${annotation.code} “${words.join(' … ')}”`
}
