import { collectReplicates, percentileInterval, type Resampling, resampledSums } from './bootstrap'
import { cohenKappa } from './cohen-kappa'
import { type Estimate, type Interval, noInterval, plainEstimate } from './estimate'
import { type AlphaEstimate, krippendorffAlpha } from './krippendorff-alpha'
import { percentAgreement } from './percent-agreement'

/** In which units of a document a coder saw a code, on one occasion. */
export interface Occasion {
  documentId: string
  /** Unit by unit. */
  present: readonly boolean[]
  submittedAt: Date
}

export interface IntraCoderAgreement {
  /** Documents coded on both occasions: all figures rest on them. */
  documents: number
  units: number
  percent: Estimate
  kappa: Estimate
  alpha: AlphaEstimate
  /** Of alpha, at 95 %: percentile bootstrap over documents. */
  interval: Interval
  /** Days between the two occasions, the fewest and the most of the documents; null without any. */
  lag: { shortest: number; longest: number } | null
}

/**
 * A coder against the own earlier coding of the same units (stability; Krippendorff 2019, ch. 12): the two occasions stand
 * for two coders, documents are pooled. Documents of one occasion only are left out.
 * @throws RangeError when a document is there twice, or has other units on the second occasion
 */
export function intraCoderAgreement(
  earlier: readonly Occasion[],
  later: readonly Occasion[],
  resampling: Resampling,
): IntraCoderAgreement {
  const recoded = pairedOccasions(earlier, later)
  const tables = recoded.map(([first, second]) => contingency(first, second))
  const table = [0, 1, 2, 3].map((cell) => tables.reduce((sum, of) => sum + (of[cell] ?? 0), 0))
  const [neither = 0, onlyLater = 0, onlyEarlier = 0, both = 0] = table
  const units = neither + onlyLater + onlyEarlier + both
  const alpha = krippendorffAlpha(bothWays(table))
  const days = recoded.map(([first, second]) => lagInDays(first, second))
  return {
    documents: recoded.length,
    units,
    percent: percentAgreement([neither + both, units]),
    kappa: plainEstimate(cohenKappa(table)),
    alpha,
    interval: intervalOf(alpha, tables, resampling),
    lag: days.length === 0 ? null : { shortest: Math.min(...days), longest: Math.max(...days) },
  }
}

/** Sorted by documentId, so that a seed draws the same documents however they came. */
function pairedOccasions(earlier: readonly Occasion[], later: readonly Occasion[]): [Occasion, Occasion][] {
  const second = byDocument(later)
  return [...byDocument(earlier)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([documentId, occasion]) => {
      const again = second.get(documentId)
      if (!again) return []
      if (again.present.length !== occasion.present.length) {
        throw new RangeError(`Document ${documentId} has other units on the second occasion`)
      }
      return [[occasion, again]]
    })
}

function byDocument(occasions: readonly Occasion[]): Map<string, Occasion> {
  const map = new Map(occasions.map((occasion) => [occasion.documentId, occasion]))
  if (map.size < occasions.length) throw new RangeError('A document is there twice on one occasion')
  return map
}

/** Flat, row by row, absent before present; rows are the earlier occasion. */
function contingency(first: Occasion, second: Occasion): number[] {
  const table = [0, 0, 0, 0]
  first.present.forEach((before, unit) => {
    const cell = 2 * Number(before) + Number(second.present[unit])
    table[cell] = (table[cell] ?? 0) + 1
  })
  return table
}

/** The coincidence matrix of two occasions: each pair of values counted both ways. */
function bothWays([neither = 0, onlySecond = 0, onlyFirst = 0, both = 0]: ArrayLike<number> &
  Iterable<number>): number[] {
  return [2 * neither, onlySecond + onlyFirst, onlySecond + onlyFirst, 2 * both]
}

function intervalOf(alpha: Estimate, tables: readonly number[][], resampling: Resampling): Interval {
  if (alpha.value === null) return noInterval('no_estimate')
  if (tables.length < 2) return noInterval('one_document')
  const values: (number | null)[] = []
  for (const sum of resampledSums(tables, resampling)) values.push(krippendorffAlpha(bothWays(sum)).value)
  return percentileInterval(collectReplicates(values))
}

const millisecondsOfDay = 86_400_000

function lagInDays(first: Occasion, second: Occasion): number {
  return Math.floor((second.submittedAt.getTime() - first.submittedAt.getTime()) / millisecondsOfDay)
}
