import { coderPairs } from '../contingencies'
import { type Estimate, noEstimate, plainEstimate } from '../estimate'
import { krippendorffAlpha } from '../krippendorff-alpha'
import type { LeftOutCoder } from './agreement-report'
import type { DocumentStatistics, PresenceLevel } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { presenceCoincidences } from './presence-rows'

/**
 * Alpha of each code's presence over all coders but one, at the unit of the report: who pulls agreement down, or carries
 * it. Coder by coder, in the order of the variables; empty with fewer than three coders who share documents, since
 * leaving one of two leaves nothing to compare.
 */
export function withoutCoderSection({ documents, request }: ReportGrounds): LeftOutCoder[] {
  const coders = [...new Set(documents.flatMap((document) => document.coders))].sort()
  if (coders.length < 3) return []
  const codes = request.variables.filter(({ kind }) => kind === 'code_presence').map(({ key }) => key)
  const all = codes.map((code) => alphaOver(documents.map((document) => rowOf(document, request.unit, code, null))))
  return coders.flatMap((coder) =>
    codes.map((code, i) => {
      const alpha = alphaOver(documents.map((document) => rowOf(document, request.unit, code, coder)))
      return { coder, code, alpha, change: changeOf(alpha, all[i] ?? noEstimate('no_pairable_unit')) }
    }),
  )
}

function changeOf(without: Estimate, all: Estimate): number | null {
  return without.value === null || all.value === null ? null : without.value - all.value
}

function alphaOver(rows: readonly number[][]): Estimate {
  const matrix = [0, 1, 2, 3].map((cell) => rows.reduce((sum, row) => sum + (row[cell] ?? 0), 0))
  return plainEstimate(krippendorffAlpha(matrix))
}

/** What a document adds to the coincidences without one of its coders, or null for none. */
function rowOf(document: DocumentStatistics, level: PresenceLevel, code: string, leftOut: string | null): number[] {
  const { units, presence } = document.levels[level]
  const place = leftOut === null ? -1 : document.coders.indexOf(leftOut)
  const counts = presence[code] ?? []
  if (place < 0) return presenceCoincidences({ units, presence }, code, document.coders.length)
  const kept = coderPairs(document.coders.length).flatMap(([one, other], pair) =>
    one === place || other === place ? [] : counts.slice(3 * pair, 3 * pair + 3),
  )
  return presenceCoincidences({ units, presence: { [code]: kept } }, code, document.coders.length - 1)
}
