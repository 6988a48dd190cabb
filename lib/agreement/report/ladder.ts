import { plainEstimate } from '../estimate'
import type { LadderRow } from './agreement-report'
import { type PresenceLevel, presenceLevels } from './document-statistics'
import { type ReportGrounds, withAbsence } from './grounds'
import { presenceAlpha, presenceOfRow, presenceRows, presenceShare } from './presence-alpha'
import { intervalOf } from './uncertainty'

/** Alpha of the presence of each code at every level, finest first: how much the choice of the unit decides. */
export function ladderRows(grounds: ReportGrounds): LadderRow[] {
  const codes = grounds.request.families.flatMap((family) => family.codes)
  return codes.map(({ key, label }) => ({
    code: key,
    label,
    levels: presenceLevels.map((level) => rung(grounds, level, key)),
  }))
}

function rung(grounds: ReportGrounds, level: PresenceLevel, code: string): LadderRow['levels'][number] {
  const rows = presenceRows([level], code, ({ levels }) => levels[level])
  const sums = presenceOfRow(grounds.sums.sum(rows))
  const alpha = withAbsence(grounds, plainEstimate(presenceAlpha(sums)))
  const replicates = grounds.sums.replicates(rows, 'alpha', (sum) => presenceAlpha(presenceOfRow(sum)).value)
  return {
    ...{ level, units: sums.units, alpha, prevalence: withAbsence(grounds, presenceShare(sums)) },
    interval: intervalOf(grounds, alpha, replicates),
  }
}
