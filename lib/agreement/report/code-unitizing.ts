import { noFigure } from '../continuum-estimate'
import { type Estimate, noEstimate, plainEstimate } from '../estimate'
import { uAlphaBinary } from '../u-alpha-binary'
import { kuAlpha } from '../u-alpha-per-code'
import type { CodeUnitizing } from './agreement-report'
import { boundaryOffsets } from './boundary-offsets'
import type { PooledFamily } from './family-unitizing'
import type { ReportGrounds } from './grounds'
import { presenceAlpha, presenceOfRow, presenceRows } from './presence-alpha'
import { annotationsOf, pooledF1, pooledMatchRate } from './span-counts'
import { documentRow, figureOfRows, pooledRows, resampledFigure } from './unitizing-rows'

/** Every figure on where the spans of one code begin and end. */
export function codeUnitizing(
  grounds: ReportGrounds,
  { key, label }: { key: string; label: string },
  family: PooledFamily & { key: string },
): CodeUnitizing {
  const rows = pooledRows(grounds, ['code', key], 2, ({ codes, coders }) => {
    const spans = codes[key]
    return spans && documentRow(spans.unitizing, coders.length)
  })
  return {
    ...{ key, label, family: family.key, ...annotationsOf(grounds, [key]) },
    boundaries: resampledFigure(grounds, rows, 'boundaries', uAlphaBinary),
    withinFamily: withinFamily(grounds, family, key),
    characterAlpha: characterAlpha(grounds, key),
    f1: pooledF1(grounds, key),
    matchRate: pooledMatchRate(grounds, [key], 'overlap'),
    ...boundaryOffsets(grounds, key),
  }
}

/** (k)u-alpha: how well the code is told from the others of its family where both coders marked text. */
function withinFamily(grounds: ReportGrounds, family: PooledFamily, code: string): CodeUnitizing['withinFamily'] {
  const place = family.codes.indexOf(code)
  if (place < 0) return { ...noFigure(family.absence ?? 'no_span'), coverage: null }
  return figureOfRows(grounds, family, (sums) => kuAlpha(sums, place + 1))
}

/** Nominal alpha of the code's presence at each code point. */
function characterAlpha({ sums, absence }: ReportGrounds, code: string): Estimate {
  if (absence) return noEstimate(absence)
  const rows = presenceRows(['character'], code, ({ levels }) => levels.character)
  return plainEstimate(presenceAlpha(presenceOfRow(sums.sum(rows))))
}
