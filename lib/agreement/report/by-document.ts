import { type Estimate, noEstimate, plainEstimate } from '../estimate'
import type { DocumentRow } from './agreement-report'
import type { DocumentStatistics, PresenceLevel } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { type PresenceSums, presenceAlpha, presenceSums } from './presence-alpha'

/** How coders agree on each code in each document by itself, at the report's unit. */
export function documentRows({ sums, request }: ReportGrounds): DocumentRow[] {
  const codes = request.families.flatMap((family) => family.codes.map(({ key }) => key))
  const rows = sums.each(['by document', request.unit, codes], codes.length, (document) => {
    const { documentId, coders, levels } = document
    return { documentId, coders, units: levels[request.unit].units, codes: codeRows(document, request.unit, codes) }
  })
  return rows.map((row) => ({ ...row, stratum: request.strata?.[row.documentId] ?? '' }))
}

function codeRows({ levels, coders }: DocumentStatistics, unit: PresenceLevel, codes: readonly string[]) {
  return codes.map((code) => {
    const sums = presenceSums(levels[unit], code, coders.length)
    const alpha = plainEstimate(presenceAlpha(sums))
    return { code, alpha, percent: percentOf(sums, coders.length), positives: Math.round(sums.positives) }
  })
}

/** Every unit of a document has as many values, so percent agreement is 1 - D_o. */
function percentOf({ values, observed }: PresenceSums, coders: number): Estimate {
  return values === 0 || coders < 2 ? noEstimate('no_pairable_unit') : { value: 1 - observed / values }
}
