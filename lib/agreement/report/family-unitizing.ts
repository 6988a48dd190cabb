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
  const { documents } = grounds
  const codes = sharedCodes(documents, family)
  const pooled = pooledRows(grounds, codes.length + 1, (document) => familyRow(document, family))
  const stackedDocuments = documents.filter((document) => familyRow(document, family) === null).length
  const onlyStacked = stackedDocuments > 0 && stackedDocuments === documents.length
  return { ...pooled, codes, stackedDocuments, absence: pooled.absence ?? (onlyStacked ? 'stacked_codes' : null) }
}

/** Null where codes are stacked; nothing where the document has no such family. */
function familyRow({ families, coders }: DocumentStatistics, family: string): number[] | null | undefined {
  const spans = families[family]
  return spans && documentRow(spans.unitizing, coders.length)
}

function sharedCodes(documents: readonly DocumentStatistics[], family: string): string[] {
  const lists = documents.flatMap(({ families }) => {
    const spans = families[family]
    return spans ? [spans.codes] : []
  })
  if (new Set(lists.map((codes) => JSON.stringify(codes))).size > 1) {
    throw new RangeError(`The documents rest on different codes of the family ${family}`)
  }
  return [...(lists[0] ?? [])]
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
  const relevant = pooledRows(grounds, 2, ({ families, coders }) => {
    const spans = families[key]
    return spans && documentRow(spans.relevant, coders.length)
  })
  return {
    ...{ key, label, codes: pooled.codes, ...annotationsOf(grounds.documents, pooled.codes) },
    boundaries: resampledFigure(grounds, relevant, uAlphaBinary),
    unitizing: resampledFigure(grounds, pooled, uAlpha),
    coding: resampledFigure(grounds, pooled, cuAlpha),
    stackedDocuments: pooled.stackedDocuments,
  }
}
