import { coderPairs } from '../../agreement/contingencies'
import type { Disagreements } from '../../agreement/report/document-statistics'
import type { Codebook } from '../codebook'
import type { SubmittedAnnotation, SubmittedAnnotations } from '../statistics/submitted-annotations'
import { answerClusters } from './answers'
import type { Difference, DisagreementType } from './cluster'
import { eligibilityCluster } from './eligibility'
import { readingOf } from './readings'
import { ReviewedCodes } from './reviewed-codes'
import type { ReviewedCoding, ReviewedDocument } from './reviewed-document'
import { typesOf } from './severity'
import { compareReadings } from './span-differences'
import { aboutCode, aboutEligibility, aboutQuestion } from './subjects'

/** What a coder submitted, as far as it is compared. */
interface ComparedCoding extends SubmittedAnnotations {
  /** The annotations that count, each with its place in `annotations`. */
  counted: readonly SubmittedAnnotation[]
}

/**
 * How the coders of a document disagree, by type and by what it is about: the very differences and clusters of the review
 * (clusters.ts), of what the report compares. A difference is about the code of each annotation that differs, so that a
 * code conflict is about two; a cluster is about every code in it, as the queue of the review filters clusters. Who has no
 * annotation that counts says that there is nothing to code.
 * @param codings in the order of coders
 */
export function disagreementCounts(
  { text, language = 'und', length }: Pick<ReviewedDocument, 'text' | 'length'> & { language?: string },
  codings: readonly ComparedCoding[],
  codebook: Codebook,
): Disagreements {
  const tally = new Tally(codings.map(({ coder }) => coder))
  if (codings.length < 2) return tally.counts
  const reviewed = codings.map((coding) => reviewedCoding(coding, codebook.version))
  const codes = new ReviewedCodes(new Map([[codebook.version, codebook]]), [codebook.version])
  const { placed, stretches } = compareReadings({ text, language }, reviewed, codes)
  const subjects = new Map(placed.map(({ member, code }) => [member, aboutCode(code)]))
  for (const { component, differences } of stretches) {
    const own = new Set(component.nodes.map((node) => aboutCode(placed[node]?.code ?? '')))
    tally.addCluster(own, typesOf(differences).types)
    for (const { type, coders, members } of differences) {
      tally.addDifference(new Set(members.map((member) => subjects.get(member) ?? '')), type, coders)
    }
  }
  const readings = reviewed.map(readingOf)
  const document = { ...nowhere, text, language, length, codings: reviewed }
  const eligibility = eligibilityCluster(document, readings)
  for (const cluster of [
    ...answerClusters(document, reviewed, readings, codes),
    ...(eligibility ? [eligibility] : []),
  ]) {
    const { variable, types, differences } = cluster
    const own = [variable === undefined ? aboutEligibility : aboutQuestion(variable)]
    tally.addCluster(own, types)
    for (const { type, coders: both } of differences) tally.addDifference(own, type, both)
  }
  return tally.counts
}

/** Name of all there is, beside the subjects. */
const everything = 'all'

const nowhere = { roundId: '', documentId: '', secret: '', ineligible: [] }

function reviewedCoding({ coder, annotations, counted, links = [], variables }: ComparedCoding, version: string) {
  const places = new Map(annotations.map((annotation, place) => [annotation, `${place}`]))
  return {
    ...{ codingId: coder, coder, revision: 0, codebookVersion: version, nothingToCode: counted.length === 0 },
    annotations: counted.map((annotation) => {
      const id = places.get(annotation) ?? ''
      return { ...annotation, id, lineageId: id, compared: annotation.attributes, note: '' }
    }),
    links: links.map(({ relation, from, to }) => ({ id: '', relation, from: `${from}`, to: `${to}` })),
    answers: variables.map(({ variable, value }) => ({ variable, value, compared: value })),
  } satisfies ReviewedCoding
}

class Tally {
  readonly #differences: Disagreements['differences'] = {}
  readonly #clusters: NonNullable<Disagreements['clusters']> = {}
  readonly #pairs: ReadonlyMap<string, number>

  constructor(coders: readonly string[]) {
    this.#pairs = new Map(coderPairs(coders.length).map(([i, j], pair) => [`${coders[i]} ${coders[j]}`, pair]))
  }

  get counts(): Disagreements {
    return { differences: this.#differences, clusters: this.#clusters }
  }

  addCluster(subjects: Iterable<string>, types: readonly DisagreementType[]): void {
    for (const subject of [everything, ...subjects]) {
      const counts = this.#clusters[subject] ?? { all: 0, agreed: 0, types: {} }
      this.#clusters[subject] = counts
      counts.all += 1
      if (types.length === 0) counts.agreed += 1
      for (const type of types) counts.types[type] = (counts.types[type] ?? 0) + 1
    }
  }

  addDifference(subjects: Iterable<string>, type: DisagreementType, [one, other]: Difference['coders']): void {
    const pair = this.#pairs.get(`${one} ${other}`) ?? -1
    for (const subject of [everything, ...subjects]) {
      const types = this.#differences[subject] ?? {}
      this.#differences[subject] = types
      const counts = types[type] ?? Array.from({ length: this.#pairs.size }, () => 0)
      types[type] = counts
      counts[pair] = (counts[pair] ?? 0) + 1
    }
  }
}
