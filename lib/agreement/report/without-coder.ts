import { coderPairs } from '../contingencies'
import { type Estimate, plainEstimate } from '../estimate'
import type { LeftOutCoder } from './agreement-report'
import type { DocumentStatistics, PresenceLevel } from './document-statistics'
import type { DocumentRows } from './document-sums'
import type { ReportGrounds } from './grounds'
import { type PresenceSums, presenceAlpha } from './presence-alpha'

/**
 * Alpha of each code's presence over all coders but one, at the unit of the report: who pulls agreement down, or carries
 * it. Coder by coder, in the order of the variables; empty with fewer than three coders who share documents, since
 * leaving one of two leaves nothing to compare.
 */
export function withoutCoderSection(grounds: ReportGrounds): LeftOutCoder[] {
  const { sums, request } = grounds
  const sharing = sums.counted<string>(['documents of coders'], (document, count) => {
    for (const coder of document.coders) count(coder, 1)
  })
  const coders = [...sharing.keys()].sort()
  if (coders.length < 3) return []
  const codes = request.variables.filter(({ kind }) => kind === 'code_presence').map(({ key }) => key)
  const byCode = codes.map((code) => alphas(sums.sum(withoutRows(request.unit, code, coders))))
  return coders.flatMap((coder, place) =>
    codes.flatMap((code, i) => {
      const [all, alpha] = [byCode[i]?.[0], byCode[i]?.[place + 1]]
      if (!alpha || !all) return []
      return { coder, code, alpha, change: alpha.value === null || all.value === null ? null : alpha.value - all.value }
    }),
  )
}

type Sums = Omit<PresenceSums, 'units'>

/** Numbers of `Sums`. */
const size = 3

/** Sums of a code over all coders, then without each of them. */
function withoutRows(level: PresenceLevel, code: string, coders: readonly string[]): DocumentRows {
  const rowOf = (document: DocumentStatistics) => {
    const marks = new SharedMarks(document, level, code)
    const row = new Float64Array((coders.length + 1) * size)
    const put = ({ values, positives, observed }: Sums, place: number) =>
      row.set([values, positives, observed], place * size)
    const whole = marks.sums()
    put(whole, 0)
    coders.forEach((coder, i) => {
      const place = document.coders.indexOf(coder)
      put(place < 0 ? whole : marks.sums(place), i + 1)
    })
    return row
  }
  return { name: ['without', level, code, coders], width: (coders.length + 1) * size, rowOf }
}

function alphas(sums: Float64Array): Estimate[] {
  return Array.from({ length: sums.length / size }, (_, i) => {
    const [values = 0, positives = 0, observed = 0] = sums.subarray(i * size, (i + 1) * size)
    return plainEstimate(presenceAlpha({ values, positives, observed }))
  })
}

/** How often two coders of a document marked the same unit, or one of them did; of all pairs, and of those with a coder. */
class SharedMarks {
  private readonly units: number
  private readonly coders: number
  private one = 0
  private both = 0
  private readonly oneWith: number[]
  private readonly bothWith: number[]

  constructor({ coders, levels }: DocumentStatistics, level: PresenceLevel, code: string) {
    const { units, presence } = levels[level]
    this.units = units
    this.coders = coders.length
    this.oneWith = coders.map(() => 0)
    this.bothWith = coders.map(() => 0)
    const counts = presence[code]
    if (!counts) return
    coderPairs(coders.length).forEach(([i, j], pair) => {
      const one = (counts[3 * pair] ?? 0) + (counts[3 * pair + 1] ?? 0)
      const both = counts[3 * pair + 2] ?? 0
      this.one += one
      this.both += both
      for (const place of [i, j]) {
        this.oneWith[place] = (this.oneWith[place] ?? 0) + one
        this.bothWith[place] = (this.bothWith[place] ?? 0) + both
      }
    })
  }

  /** What the document adds to alpha, without the coder at that place if one is given. */
  sums(leftOut?: number): Sums {
    const coders = leftOut === undefined ? this.coders : this.coders - 1
    if (coders < 2) return { values: 0, positives: 0, observed: 0 }
    const one = this.one - (leftOut === undefined ? 0 : (this.oneWith[leftOut] ?? 0))
    const both = this.both - (leftOut === undefined ? 0 : (this.bothWith[leftOut] ?? 0))
    return {
      values: this.units * coders,
      positives: (one + 2 * both) / (coders - 1),
      observed: (2 * one) / (coders - 1),
    }
  }
}
