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
 * coder's own count is in them, so they are limits of a control chart.
 */
export function marginalsSection({ documents, coders, request }: ReportGrounds): CoderMarginal[] {
  const codes = request.families.flatMap((family) => family.codes.map(({ key }) => key))
  const uses = codes.map((code) => useOf(code, documents))
  const sharing = new Set(documents.flatMap((document) => document.coders))
  return coders.flatMap((coder) => {
    const places = documents.map((document) => document.coders.indexOf(coder))
    const own = documents.filter((_, d) => places[d] !== -1)
    const words = sumOf(own.map((document) => document.words))
    if (words === 0) return []
    const othersWords = documents.map(
      (document, d) => document.words * (document.coders.length - Number(places[d] !== -1)),
    )
    return uses.map(({ code, counts, totals }) => {
      const found = places.map((place, d) => counts[d]?.[place] ?? 0)
      const annotations = sumOf(found)
      const others = totals.map((total, d) => total - (found[d] ?? 0))
      const limits = sharing.size < 3 ? null : limitsOf(others, othersWords, words)
      return { coder, code, documents: own.length, annotations, words, rate: (perWords * annotations) / words, limits }
    })
  })
}

/** Annotations with a code, per document: of each coder, and of all. */
interface CodeUse {
  code: string
  counts: readonly (readonly number[])[]
  totals: readonly number[]
}

function useOf(code: string, documents: readonly DocumentStatistics[]): CodeUse {
  const counts = documents.map((document) => document.codes[code]?.annotations ?? [])
  return { code, counts, totals: counts.map(sumOf) }
}

/**
 * Null where the others never used the code, or one document is all they coded: how much they vary is unknown then.
 * @param found annotations of the others, document by document
 * @param words words of the document times how many others coded it
 */
function limitsOf(found: readonly number[], words: readonly number[], ownWords: number): [number, number] | null {
  const documents = words.filter((count) => count > 0).length
  const [annotations, allWords] = [sumOf(found), sumOf(words)]
  if (documents < 2 || annotations === 0) return null
  const rate = annotations / allWords
  const pearson = sumOf(
    words.map((count, d) => (count === 0 ? 0 : ((found[d] ?? 0) - rate * count) ** 2 / (rate * count))),
  )
  const dispersion = Math.max(1, pearson / (documents - 1))
  const reach = studentQuantile(documents - 1) * Math.sqrt(dispersion * rate * (1 / ownWords + 1 / allWords))
  return [perWords * Math.max(0, rate - reach), perWords * (rate + reach)]
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
