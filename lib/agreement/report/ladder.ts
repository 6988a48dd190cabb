import { plainEstimate } from '../estimate'
import type { LadderRow } from './agreement-report'
import { type PresenceLevel, presenceLevels } from './document-statistics'
import { type ReportGrounds, withAbsence } from './grounds'
import { addedSums, presenceAlpha, presenceReplicates, presenceShare, presenceSums } from './presence-alpha'
import { intervalOf } from './uncertainty'

/** Alpha of the presence of each code at every level, finest first: how much the choice of the unit decides. */
export function ladderRows(grounds: ReportGrounds): LadderRow[] {
  const codes = grounds.request.families.flatMap((family) => family.codes)
  const keys = codes.map(({ key }) => key)
  const rungs = presenceLevels.map((level) => rungsAt(grounds, level, keys))
  return codes.map(({ key, label }, i) => ({
    code: key,
    label,
    levels: rungs.flatMap((ofLevel) => ofLevel[i] ?? []),
  }))
}

function rungsAt(grounds: ReportGrounds, level: PresenceLevel, codes: readonly string[]): LadderRow['levels'] {
  const sums = grounds.documents.map((document) => presenceSums(document.levels[level], codes, document.coders.length))
  const sumsOf = new Map(grounds.documents.map((document, i) => [document, sums[i] ?? []]))
  const replicates = presenceReplicates(grounds, sumsOf, codes.length)
  return addedSums(sums, codes.length).map((sum, i) => {
    const alpha = withAbsence(grounds, plainEstimate(presenceAlpha(sum)))
    const distribution = replicates[i] ?? { values: new Float64Array(), undefinedShare: null }
    return {
      ...{ level, units: sum.units, alpha, prevalence: withAbsence(grounds, presenceShare(sum)) },
      interval: intervalOf(grounds, alpha, distribution),
    }
  })
}
