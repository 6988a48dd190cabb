import { uAlpha } from '../u-alpha'
import { uAlphaBinary } from '../u-alpha-binary'
import { cuAlpha } from '../u-alpha-coding'
import type { FamilyUnitizing } from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { annotationsOf } from './span-counts'
import { documentRow, type PooledRows, pooledRows, resampledFigure } from './unitizing-rows'

/** The spans of one family in the documents of a report, those left out in which one of the coders stacked codes. */
export interface PooledFamily extends PooledRows {
  /** The codes, the values 1... of the rows. */
  codes: string[]
  stackedDocuments: number
}

/** @throws RangeError when documents rest on different codes of the family: their rows do not add up */
export function pooledFamily(grounds: ReportGrounds, family: string): PooledFamily {
  const codes = sharedCodes(grounds, family)
  const pooled = pooledRows(grounds, ['family', family, codes], codes.length + 1, (document) =>
    familyRow(document, family),
  )
  const stacked = grounds.sums.counted<number>(['stacked', family], ({ families }, count) => {
    if (families[family]?.unitizing.includes(null)) count(0, 1)
  })
  const stackedDocuments = stacked.get(0) ?? 0
  const onlyStacked = stackedDocuments > 0 && stackedDocuments === grounds.documents.length
  return { ...pooled, codes, stackedDocuments, absence: pooled.absence ?? (onlyStacked ? 'stacked_codes' : null) }
}

/** Null where codes are stacked; nothing where the document has no such family. */
function familyRow({ families, coders }: DocumentStatistics, family: string): number[] | null | undefined {
  const spans = families[family]
  return spans && documentRow(spans.unitizing, coders.length)
}

function sharedCodes({ sums }: ReportGrounds, family: string): string[] {
  const lists = sums.counted<string>(['codes', family], ({ families }, count) => {
    const spans = families[family]
    if (spans) count(JSON.stringify(spans.codes), 1)
  })
  if (lists.size > 1) throw new RangeError(`The documents rest on different codes of the family ${family}`)
  const [codes = '[]'] = lists.keys()
  return JSON.parse(codes) as string[]
}

/**
 * |u-alpha, u-alpha and cu-alpha of a family. |u-alpha takes its codes as one and unites them where they overlap, so it
 * rests on all documents; the other two need every place to have one code at most.
 */
export function familyUnitizing(
  grounds: ReportGrounds,
  { key, label }: { key: string; label: string },
  pooled: PooledFamily,
): FamilyUnitizing {
  const relevant = pooledRows(grounds, ['relevant', key], 2, ({ families, coders }) => {
    const spans = families[key]
    return spans && documentRow(spans.relevant, coders.length)
  })
  return {
    ...{ key, label, codes: pooled.codes, ...annotationsOf(grounds, pooled.codes) },
    boundaries: resampledFigure(grounds, relevant, 'boundaries', uAlphaBinary),
    unitizing: resampledFigure(grounds, pooled, 'unitizing', uAlpha),
    coding: resampledFigure(grounds, pooled, 'coding', cuAlpha),
    stackedDocuments: pooled.stackedDocuments,
  }
}
