import type { Resampling } from '../agreement/bootstrap'
import type { Continuum } from '../agreement/continuum'
import { isOfSegmentations, type SpanStatisticName, spanStatistics } from '../agreement/span-statistics'
import { bootstrapInterval, withInterval } from './agreement-intervals'
import { summableSpans } from './agreement-span-sums'

/** The documents of a table of spans, as lines of characters and, for the measures of boundaries, of its units. */
export interface SpanLines {
  characters: readonly Continuum[]
  units: readonly Continuum[]
}

/** The statistics of documents with spans, each under its name; `resampling` adds intervals over documents. */
export function spanFigures(
  lines: SpanLines,
  statistics: readonly SpanStatisticName[],
  resampling: Resampling | null,
): Record<string, unknown> {
  const figures = statistics.map((name) => {
    const continua = isOfSegmentations(name) ? lines.units : lines.characters
    const figure = spanStatistics[name](continua)
    return [
      name,
      resampling ? withInterval(figure, () => bootstrapInterval(summableSpans(name, continua), resampling)) : figure,
    ]
  })
  return Object.fromEntries(figures)
}
