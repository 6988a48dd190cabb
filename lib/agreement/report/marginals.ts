import { studentQuantile } from '../student-t'
import type { CoderMarginal } from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import type { ReportGrounds } from './grounds'

/** Rates are per so many words. */
const perWords = 1000

/**
 * How much each coder uses each code, beside limits within which the rate should lie if the coder used it like the others.
 *
 * The others' rate is L = sum y_d / sum e_d, y_d their annotations in document d, e_d its words times how many of them coded
 * it. Documents differ in what they hold, so counts vary more than Poisson's: phi = sum_d (y_d - L e_d)^2 / (L e_d) / (n - 1)
 * over the n documents, at least 1 (quasi-Poisson, Pearson's dispersion: McCullagh & Nelder 1989). Limits:
 * L -+ t_(n - 1) sqrt( phi L (1 / w + 1 / sum e_d) ), no lower than 0, w = words of the coder's documents: the chance in the
 * coder's own count is in them, so they are limits of a control chart. Since L sum e_d = sum y_d, the sum in phi is
 * sum_d (y_d^2 / e_d) / L - sum y_d: documents in which nobody used the code add nothing to it.
 */
export function marginalsSection({ documents, coders, request }: ReportGrounds): CoderMarginal[] {
  const uses = request.families.flatMap((family) => family.codes.map(({ key }) => useOf(key, documents)))
  const placesOf = placesByCoder(documents)
  const withWords = documents.filter(({ words }) => words > 0)
  const allWords = sumOf(withWords.map((document) => document.words * document.coders.length))
  const quantile = withWords.length < 2 ? Number.POSITIVE_INFINITY : studentQuantile(withWords.length - 1)
  return coders.flatMap((coder) => {
    const places: Places = placesOf.get(coder) ?? new Map()
    const words = sumOf([...places.keys()].map((document) => document.words))
    if (words === 0) return []
    return uses.map(({ code, found }) => {
      const { annotations, others } = dividedUse(found, places)
      const exposure = { documents: withWords.length, words: allWords - words, quantile }
      const limits = placesOf.size < 3 ? null : limitsOf(others, exposure, words)
      return { coder, code, documents: places.size, annotations, words, rate: (perWords * annotations) / words, limits }
    })
  })
}

/** The documents of a coder, with the place among their coders. */
type Places = ReadonlyMap<DocumentStatistics, number>

function placesByCoder(documents: readonly DocumentStatistics[]): Map<string, Places> {
  const byCoder = new Map<string, Map<DocumentStatistics, number>>()
  for (const document of documents) {
    for (const [place, coder] of document.coders.entries()) {
      const places = byCoder.get(coder) ?? new Map()
      byCoder.set(coder, places.set(document, place))
    }
  }
  return byCoder
}

/** Annotations with a code in a document: of each coder, and of all. */
interface Found {
  document: DocumentStatistics
  counts: readonly number[]
  total: number
}

/** Where a code was used at all: of hundreds of codes a document has few. */
function useOf(code: string, documents: readonly DocumentStatistics[]): { code: string; found: Found[] } {
  const found = documents.flatMap((document) => {
    const counts = document.codes[code]?.annotations ?? []
    const total = sumOf(counts)
    return total > 0 ? [{ document, counts, total }] : []
  })
  return { code, found }
}

/** What the others found: sum y_d, and sum y_d^2 / e_d. */
interface OthersUse {
  annotations: number
  squares: number
}

/** The coder's own annotations, and what all others found in documents with words. */
function dividedUse(found: readonly Found[], places: Places): { annotations: number; others: OthersUse } {
  const others = { annotations: 0, squares: 0 }
  let annotations = 0
  for (const { document, counts, total } of found) {
    const place = places.get(document)
    const own = place === undefined ? 0 : (counts[place] ?? 0)
    const words = document.words * (document.coders.length - (place === undefined ? 0 : 1))
    annotations += own
    if (words === 0) continue
    others.annotations += total - own
    others.squares += (total - own) ** 2 / words
  }
  return { annotations, others }
}

/**
 * Null where the others never used the code, or one document is all they coded: how much they vary is unknown then.
 * @param exposure documents with words, their words times how many others coded them, and t of so many documents
 */
function limitsOf(
  { annotations, squares }: OthersUse,
  exposure: { documents: number; words: number; quantile: number },
  ownWords: number,
): [number, number] | null {
  if (exposure.documents < 2 || annotations === 0) return null
  const rate = annotations / exposure.words
  const dispersion = Math.max(1, (squares / rate - annotations) / (exposure.documents - 1))
  const reach = exposure.quantile * Math.sqrt(dispersion * rate * (1 / ownWords + 1 / exposure.words))
  return [perWords * Math.max(0, rate - reach), perWords * (rate + reach)]
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
