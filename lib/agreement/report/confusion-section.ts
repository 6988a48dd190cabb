import type { Confusion } from './agreement-report'
import { confusedIn, confusionTable } from './confusion-table'
import type { ReportGrounds } from './grounds'

/**
 * Per family with two codes or more, which code one coder gave to text to which another gave which: spans matched by
 * overlap whatever their code, "" where a span has no partner. Families in which nobody marked anything are left out.
 */
export function confusionSection({ documents, request }: ReportGrounds): Confusion[] {
  return request.families.flatMap(({ key, label }) => {
    const spans = documents.flatMap(({ families }) => families[key] ?? [])
    const codes = spans[0]?.codes ?? []
    const confused = spans.flatMap(({ confusion }) => confusedIn(confusion.values, confusion.cells))
    const table = confusionTable(confused, [...codes, ''])
    return codes.length < 2 || table.values.length === 0 ? [] : [{ family: key, label, ...table }]
  })
}
