/** A pair of coders who both finished a document. */
export interface PairInDocument {
  /** The place of the pair among those of the document. */
  pair: number
  /** First times the number of coders of the report, plus second, both by their places among those. */
  overall: number
  /** Places of the two among the coders of the document. */
  places: [number, number]
}

/** Every pair of coders of a document; its coders and those of the report are sorted. */
export function pairsIn(document: { coders: readonly string[] }, coders: readonly string[]): PairInDocument[] {
  const overall = placesAmong(document.coders, coders)
  return overall.flatMap((one, i) =>
    overall.slice(i + 1).map((other, next): PairInDocument => {
      const j = i + 1 + next
      return { pair: pairPlace(i, j, overall.length), overall: one * coders.length + other, places: [i, j] }
    }),
  )
}

/** The two coders of a pair by its place overall. */
export function codersOfPair(overall: number, coders: readonly string[]): [string, string] {
  return [coders[Math.floor(overall / coders.length)] ?? '', coders[overall % coders.length] ?? '']
}

function placesAmong(some: readonly string[], all: readonly string[]): number[] {
  let from = 0
  return some.map((coder) => {
    from = all.indexOf(coder, from)
    return from
  })
}

/** Where the pair i < j of m coders stands in the order of `coderPairs`. */
function pairPlace(i: number, j: number, m: number): number {
  return (i * (2 * m - i - 1)) / 2 + j - i - 1
}
