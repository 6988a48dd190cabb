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
  return coders.flatMap((coder) => {
    const own = documents.filter((document) => document.coders.includes(coder))
    const words = own.reduce((sum, document) => sum + document.words, 0)
    if (words === 0) return []
    const others = new Set(documents.flatMap((document) => document.coders))
    others.delete(coder)
    return codes.map((code) => {
      const annotations = own.reduce((sum, document) => sum + annotationsOf(document, code, [coder]), 0)
      const limits = others.size < 2 ? null : limitsOf(poolOf(documents, code, coder), words)
      return { coder, code, documents: own.length, annotations, words, rate: (perWords * annotations) / words, limits }
    })
  })
}

/** What the others of a document found, and in how much text. */
interface Pooled {
  annotations: number
  words: number
}

function poolOf(documents: readonly DocumentStatistics[], code: string, coder: string): Pooled[] {
  return documents.flatMap((document) => {
    const others = document.coders.filter((other) => other !== coder)
    const words = document.words * others.length
    return words === 0 ? [] : [{ annotations: annotationsOf(document, code, others), words }]
  })
}

function annotationsOf({ codes, coders }: DocumentStatistics, code: string, wanted: readonly string[]): number {
  const annotations = codes[code]?.annotations ?? []
  return coders.reduce((sum, coder, place) => sum + (wanted.includes(coder) ? (annotations[place] ?? 0) : 0), 0)
}

/** Null where the others never used the code, or one document is all they share: how much they vary is unknown then. */
function limitsOf(pool: readonly Pooled[], ownWords: number): [number, number] | null {
  const annotations = pool.reduce((sum, document) => sum + document.annotations, 0)
  const words = pool.reduce((sum, document) => sum + document.words, 0)
  if (pool.length < 2 || annotations === 0) return null
  const rate = annotations / words
  const pearson = pool.reduce((sum, of) => sum + (of.annotations - rate * of.words) ** 2 / (rate * of.words), 0)
  const dispersion = Math.max(1, pearson / (pool.length - 1))
  const reach = studentQuantile(pool.length - 1) * Math.sqrt(dispersion * rate * (1 / ownWords + 1 / words))
  return [perWords * Math.max(0, rate - reach), perWords * (rate + reach)]
}
