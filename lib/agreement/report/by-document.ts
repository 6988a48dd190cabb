import { type Estimate, noEstimate, plainEstimate } from '../estimate'
import type { DocumentRow } from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { type PresenceSums, presenceAlpha, presenceSums } from './presence-alpha'

/** How coders agree on each code in each document by itself, at the report's unit. */
export function documentRows({ documents, request }: ReportGrounds): DocumentRow[] {
  const codes = request.families.flatMap((family) => family.codes.map(({ key }) => key))
  return documents.map((document) => {
    const { documentId, coders } = document
    const tables = document.levels[request.unit]
    const sums = presenceSums(tables, codes, coders.length)
    return {
      ...{ documentId, stratum: request.strata?.[documentId] ?? '', coders, units: tables.units },
      codes: codes.flatMap((code, i) => codeRow(document, code, sums[i])),
    }
  })
}

function codeRow({ coders }: DocumentStatistics, code: string, sums: PresenceSums | undefined) {
  if (!sums) return []
  const alpha = plainEstimate(presenceAlpha(sums))
  return [{ code, alpha, percent: percentOf(sums, coders.length), positives: Math.round(sums.positives) }]
}

/** Every unit of a document has as many values, so percent agreement is 1 - D_o. */
function percentOf({ values, observed }: PresenceSums, coders: number): Estimate {
  return values === 0 || coders < 2 ? noEstimate('no_pairable_unit') : { value: 1 - observed / values }
}
