import { coderPairs } from '../contingencies'
import type { DocumentStatistics } from './document-statistics'

/** A pair of coders who both finished a document. */
export interface PairInDocument {
  document: DocumentStatistics
  /** The place of the pair among those of the document. */
  pair: number
  /** Its place among the pairs of all coders of the report. */
  overall: number
  /** Places of the two among the coders of the document. */
  places: [number, number]
}

/** Every pair of coders in every document of a report; the coders of both are sorted. */
export function pairsInDocuments(
  documents: readonly DocumentStatistics[],
  coders: readonly string[],
): PairInDocument[] {
  const placeOf = new Map(coders.map((coder, place) => [coder, place]))
  return documents.flatMap((document) => {
    const overallPlaces = document.coders.map((coder) => placeOf.get(coder) ?? 0)
    return coderPairs(document.coders.length).map(([i, j], pair): PairInDocument => {
      const overall = placeOfPair(overallPlaces[i] ?? 0, overallPlaces[j] ?? 0, coders.length)
      return { document, pair, overall, places: [i, j] }
    })
  })
}

/** Where the pair i < j of m coders stands in the order of `coderPairs`. */
function placeOfPair(i: number, j: number, m: number): number {
  return (i * (2 * m - i - 1)) / 2 + j - i - 1
}
