import type { Confusion } from './agreement-report'
import { confusedIn, confusionTable } from './confusion-table'
import type { ReportGrounds } from './grounds'

/**
 * Per family with two codes or more, which code one coder gave to text to which another gave which: spans matched by
 * overlap whatever their code, "" where a span has no partner. Families in which nobody marked anything are left out.
 */
export function confusionSection({ documents, sums, request }: ReportGrounds): Confusion[] {
  return request.families.flatMap(({ key, label }) => {
    const codes = documents.find(({ families }) => families[key])?.families[key]?.codes ?? []
    const counts = sums.counted<string>(['confused', key], ({ families }, count) => {
      const confusion = families[key]?.confusion
      const confused = confusion ? confusedIn(confusion.values, confusion.cells) : []
      for (const { one, other, times } of confused) count(`${one}\0${other}`, times)
    })
    const confused = Array.from(counts, ([values, times]) => {
      const [one = '', other = ''] = values.split('\0')
      return { one, other, times }
    })
    const table = confusionTable(confused, [...codes, ''])
    return codes.length < 2 || table.values.length === 0 ? [] : [{ family: key, label, ...table }]
  })
}
