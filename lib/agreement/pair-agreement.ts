import { cohenKappa } from './cohen-kappa'
import { coderPairs } from './contingencies'
import { addTo, type DocumentStatistics, statisticsOf } from './document-statistics'
import { type Estimate, noEstimate } from './estimate'
import type { KappaSummary, PairAgreement } from './reliability-report'

/** Cohen's kappa of every pair of coders (sorted) for one code, from the documents' contingency tables. */
export function kappaSummary(
  documents: readonly DocumentStatistics[],
  coders: readonly string[],
  code: string,
): KappaSummary {
  const tables = summedTables(documents, coders, code)
  const pairs = coderPairs(coders.length).map(([i, j]) =>
    pairAgreement(coders[i] ?? '', coders[j] ?? '', tables[i * coders.length + j] ?? []),
  )
  const defined = pairs.flatMap(({ kappa }) => (kappa.value === null ? [] : [kappa.value]))
  return {
    pairs,
    mean: over(defined, (values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    min: over(defined, (values) => Math.min(...values)),
    max: over(defined, (values) => Math.max(...values)),
  }
}

/** Tables by the places of both coders: i * number of coders + j. Documents and report order coders alike. */
function summedTables(documents: readonly DocumentStatistics[], coders: readonly string[], code: string): number[][] {
  const placeOf = new Map(coders.map((coder, place) => [coder, place]))
  const sums: number[][] = []
  for (const document of documents) {
    const tables = statisticsOf(document, code)?.contingencies ?? []
    const places = document.coders.map((coder) => placeOf.get(coder) ?? 0)
    coderPairs(places.length).forEach(([i, j], pair) => {
      const key = (places[i] ?? 0) * coders.length + (places[j] ?? 0)
      sums[key] ??= []
      addTo(sums[key], tables[pair] ?? [])
    })
  }
  return sums
}

function pairAgreement(one: string, other: string, table: readonly number[]): PairAgreement {
  const kappa = cohenKappa(table)
  const percent: Estimate =
    kappa.observedAgreement === null ? noEstimate('no_pairable_unit') : { value: kappa.observedAgreement }
  return { coders: [one, other], units: kappa.units, percent, kappa }
}

function over(defined: readonly number[], figure: (values: readonly number[]) => number): Estimate {
  return defined.length === 0 ? noEstimate('no_defined_pair') : { value: figure(defined) }
}
