import { studentQuantile } from '../student-t'
import type { CoderMarginal } from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import type { DocumentRows, DocumentSums } from './document-sums'
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
export function marginalsSection({ coders, sums, request }: ReportGrounds): CoderMarginal[] {
  const exposure = exposureOf(sums)
  const codes = request.families.flatMap((family) => family.codes.map(({ key }) => key))
  const uses = codes.map((code) => ({ code, found: sums.sum(useRows(code, coders)) }))
  return coders.flatMap((coder, i) => {
    const [documents, words] = [exposure.documentsOf.get(coder) ?? 0, exposure.wordsOf.get(coder) ?? 0]
    if (words === 0) return []
    const ofOthers = { ...exposure, words: exposure.words - words }
    return uses.map(({ code, found }) => {
      const [annotations = 0, ...others] = found.subarray(i * perCoder, (i + 1) * perCoder)
      const [ofThem = 0, squares = 0] = others
      const isFew = exposure.documentsOf.size < 3
      const limits = isFew ? null : limitsOf({ annotations: ofThem, squares }, ofOthers, words)
      return { coder, code, documents, annotations, words, rate: (perWords * annotations) / words, limits }
    })
  })
}

/** What the coders read: documents with words, their words times their coders, and t of so many documents. */
function exposureOf(sums: DocumentSums) {
  const documentsOf = sums.counted<string>(['documents of coders'], (document, count) => {
    for (const coder of document.coders) count(coder, 1)
  })
  const wordsOf = sums.counted<string>(['words of coders'], (document, count) => {
    for (const coder of document.coders) count(coder, document.words)
  })
  const withWords = sums.counted<number>(['documents with words'], ({ words }, count) => {
    if (words > 0) count(0, 1)
  })
  const documents = withWords.get(0) ?? 0
  const quantile = documents < 2 ? Number.POSITIVE_INFINITY : studentQuantile(documents - 1)
  return { documentsOf, wordsOf, documents, words: sumOf([...wordsOf.values()]), quantile }
}

/** Annotations of a coder, and sum y_d and sum y_d^2 / e_d of all others in documents with words. */
const perCoder = 3

/** How the coders of the report used a code. */
function useRows(code: string, coders: readonly string[]): DocumentRows {
  const rowOf = (document: DocumentStatistics) => {
    const row = new Float64Array(coders.length * perCoder)
    const counts = document.codes[code]?.annotations ?? []
    const total = sumOf(counts)
    // Of hundreds of codes a document has few.
    if (total === 0) return row
    coders.forEach((coder, i) => {
      const place = document.coders.indexOf(coder)
      const own = counts[place] ?? 0
      const words = document.words * (document.coders.length - (place < 0 ? 0 : 1))
      const [others, squares] = words === 0 ? [0, 0] : [total - own, (total - own) ** 2 / words]
      row.set([own, others, squares], i * perCoder)
    })
    return row
  }
  return { name: ['use', code], width: coders.length * perCoder, rowOf }
}

/** What the others found: sum y_d, and sum y_d^2 / e_d. */
interface OthersUse {
  annotations: number
  squares: number
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
