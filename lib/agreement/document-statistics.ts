import { coincidences } from './coincidences'
import { contingencies } from './contingencies'
import type { ReliabilityData } from './reliability-data'
import { unitAgreement } from './unit-agreement'

/** One document at one unit level, coded by those who submitted it: per code a table of units x coders. */
export interface DocumentTables {
  documentId: string
  /** The columns of every table; sorted, each once. */
  coders: readonly string[]
  codes: readonly { code: string; data: ReliabilityData }[]
}

/**
 * What one document contributes to every figure about one code. Each member can be summed over documents, so the
 * figures of any selection of documents need no recount. Plain numbers: can be stored as JSON.
 */
export interface CodeStatistics {
  code: string
  /** Krippendorff's coincidence matrix, see coincidences.ts. */
  coincidences: number[]
  /** Percent agreement's sums, see unit-agreement.ts. */
  unitAgreement: number[]
  /** One table per pair of the document's coders, see contingencies.ts. */
  contingencies: number[][]
}

export interface DocumentStatistics {
  documentId: string
  coders: string[]
  codes: CodeStatistics[]
}

/** The coincidence matrix of a code's presence with nothing in it. */
export const emptyMatrix: readonly number[] = [0, 0, 0, 0]

/**
 * The sufficient statistics of one document: computed once, cached as long as its codings stay as they are.
 * @throws RangeError when the coders are not in order: pairs of coders are named by their places
 */
export function documentStatistics({ documentId, coders, codes }: DocumentTables): DocumentStatistics {
  if (coders.some((coder, i) => i > 0 && coder <= (coders[i - 1] ?? ''))) {
    throw new RangeError(`The coders of document ${documentId} must be sorted, each once`)
  }
  return { documentId, coders: [...coders], codes: codes.map(({ code, data }) => codeStatistics(code, data)) }
}

function codeStatistics(code: string, data: ReliabilityData): CodeStatistics {
  return {
    code,
    coincidences: Array.from(coincidences(data)),
    unitAgreement: Array.from(unitAgreement(data)),
    contingencies: contingencies(data).map((table) => Array.from(table)),
  }
}

export function statisticsOf(document: DocumentStatistics, code: string): CodeStatistics | undefined {
  return document.codes.find((entry) => entry.code === code)
}

/** Adds a document's numbers to a running sum of the same length. */
export function addTo(sum: number[], numbers: readonly number[]): void {
  numbers.forEach((number, i) => {
    sum[i] = (sum[i] ?? 0) + number
  })
}
