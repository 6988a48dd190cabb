import type { Draws } from '../bootstrap'
import { type Estimate, noEstimate, type UndefinedReason } from '../estimate'
import type { ReportRequest } from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import { DocumentSums } from './document-sums'
import { ReportMemory } from './report-memory'
import { selectCoders } from './select-coders'

/** What every section of a report rests on. */
export interface ReportGrounds {
  request: ReportRequest
  /** Documents that two or more of the coders submitted, with nothing of other coders, sorted by documentId. */
  documents: readonly DocumentStatistics[]
  /** Pseudonyms, sorted. */
  coders: readonly string[]
  /** One set of bootstrap samples for all figures. */
  draws: Draws
  /** Sums over documents and samples. */
  sums: DocumentSums
  /** Why nothing can be compared at all; null when something can. */
  absence: UndefinedReason | null
}

const defaultReplicates = 2000

/**
 * Leaves out coders who were not asked for and documents with fewer than two coders, and draws the bootstrap samples.
 * @param memory of a report composed before; it changes no figure
 * @throws RangeError when the coders of a document are out of order, or a document is there twice
 */
export function groundsOf(request: ReportRequest, memory = new ReportMemory()): ReportGrounds {
  const coders = [...new Set(request.coders)].sort()
  const asked = new Set(coders)
  const all = memory.selected(sortedDocuments(request.documents), coders, (document) => selectCoders(document, asked))
  const documents = all.filter((document) => document.coders.length >= 2)
  const draws = memory.draws(
    documents.map(({ documentId }) => request.strata?.[documentId] ?? ''),
    { seed: request.seed, replicates: request.replicates ?? defaultReplicates },
  )
  const absence = documents.length > 0 ? null : whyNothingToCompare(request, all)
  const sums = new DocumentSums({ documents, coders, draws }, memory)
  return { request, documents, coders, draws, sums, absence }
}

function sortedDocuments(documents: readonly DocumentStatistics[]): DocumentStatistics[] {
  const sorted = [...documents].sort((one, other) => (one.documentId < other.documentId ? -1 : 1))
  sorted.forEach(({ documentId, coders }, i) => {
    if (documentId === sorted[i - 1]?.documentId) throw new RangeError(`Document ${documentId} is there twice`)
    if (coders.some((coder, place) => place > 0 && coder <= (coders[place - 1] ?? ''))) {
      throw new RangeError(`The coders of document ${documentId} must be sorted, each once`)
    }
  })
  return sorted
}

function whyNothingToCompare(request: ReportRequest, documents: readonly DocumentStatistics[]): UndefinedReason {
  if ((request.codingsOfOtherVersions ?? 0) > 0) return 'other_version'
  return new Set(documents.flatMap(({ coders }) => coders)).size < 2 ? 'one_coder' : 'no_overlap'
}

/**
 * A figure, or, where nothing can be compared at all, the reason for that instead of a consequence of it. A figure that
 * does not apply to the variable says so in any case.
 */
export function withAbsence<Figure extends Estimate>({ absence }: ReportGrounds, figure: Figure): Figure {
  if (figure.value !== null || !absence || inapplicable.has(figure.undefined)) return figure
  return { ...figure, ...noEstimate(absence) }
}

const inapplicable: ReadonlySet<UndefinedReason> = new Set<UndefinedReason>(['not_presence', 'not_categories'])

/** For each bootstrap sample how often each document was drawn, in the order of documentId: enough to recompute intervals. */
export function* drawnDocuments({ draws }: ReportGrounds): Generator<Uint16Array> {
  for (let replicate = 0; replicate < draws.replicates; replicate += 1) {
    yield draws.counts.subarray(replicate * draws.documents, (replicate + 1) * draws.documents)
  }
}
