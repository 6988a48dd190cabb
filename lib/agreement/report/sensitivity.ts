import { plainEstimate } from '../estimate'
import type { SensitivityRow } from './agreement-report'
import {
  type DocumentStatistics,
  type PresenceLevel,
  type PresenceTables,
  type PresenceVariant,
  presenceVariants,
} from './document-statistics'
import { type ReportGrounds, withAbsence } from './grounds'
import { addedSums, type PresenceSums, presenceAlpha, presenceSums } from './presence-alpha'

/**
 * Alpha of each code under other rules of counting, at the report's unit; untrimmed spans differ in characters alone. A
 * document in which a rule changes nothing counts as it does in the report.
 */
export function sensitivityRows(grounds: ReportGrounds): SensitivityRow[] {
  return presenceVariants.flatMap((variant) => {
    const level = variant === 'untrimmed' ? 'character' : grounds.request.unit
    return rowsOf(grounds, variant, level)
  })
}

function rowsOf(grounds: ReportGrounds, variant: PresenceVariant, level: PresenceLevel): SensitivityRow[] {
  const codes = grounds.request.families.flatMap((family) => family.codes)
  const keys = codes.map(({ key }) => key)
  const base = sumsOver(grounds, keys, ({ levels }) => levels[level])
  const varied = sumsOver(grounds, keys, ({ levels, variants }) => variants[variant][level] ?? levels[level])
  const alphaOf = (sums: PresenceSums | undefined) =>
    withAbsence(grounds, plainEstimate(presenceAlpha(sums ?? { values: 0, positives: 0, observed: 0 })))
  return codes.map(({ key, label }, i) => ({
    ...{ variant, level, code: key, label, base: alphaOf(base[i]), alpha: alphaOf(varied[i]) },
    units: varied[i]?.units ?? 0,
  }))
}

function sumsOver(
  { documents }: ReportGrounds,
  codes: readonly string[],
  tablesOf: (document: DocumentStatistics) => PresenceTables,
): PresenceSums[] {
  const sums = documents.map((document) => presenceSums(tablesOf(document), codes, document.coders.length))
  return addedSums(sums, codes.length)
}
