import { plainEstimate } from '../estimate'
import type { SensitivityRow } from './agreement-report'
import { type PresenceLevel, type PresenceVariant, presenceVariants } from './document-statistics'
import { type ReportGrounds, withAbsence } from './grounds'
import { type PresenceSums, presenceAlpha, presenceOfRow, presenceRows } from './presence-alpha'

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
  const alphaOf = (sums: PresenceSums) => withAbsence(grounds, plainEstimate(presenceAlpha(sums)))
  return codes.map(({ key, label }) => {
    const base = presenceRows([level], key, ({ levels }) => levels[level])
    const varied = presenceRows(
      [level, variant],
      key,
      ({ levels, variants }) => variants[variant][level] ?? levels[level],
    )
    const sums = presenceOfRow(grounds.sums.sum(varied))
    return {
      ...{ variant, level, code: key, label, base: alphaOf(presenceOfRow(grounds.sums.sum(base))) },
      ...{ alpha: alphaOf(sums), units: sums.units },
    }
  })
}
