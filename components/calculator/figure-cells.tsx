import { reasonText } from '../words/calculator/reasons'
import { result as words } from '../words/calculator/result'
import type { FigureRow } from './figure-rows'
import { coefficientText } from './number-text'

/** A number with its full precision behind it. */
export function Coefficient({ value }: { value: number }) {
  return <data value={value}>{coefficientText(value)}</data>
}

/** A figure, or that there is none and why. */
export function FigureValue({ row }: { row: FigureRow }) {
  if (row.value !== null) return <Coefficient value={row.value} />
  return (
    <span>
      {words.undefined} <span className="block text-muted text-sm">{reasonText(row.undefined)}</span>
    </span>
  )
}

/** [.710, .930], why there is none, or a dash where the statistic has no interval by itself. */
export function IntervalOf({ row }: { row: Pick<FigureRow, 'ci95' | 'ci95Undefined'> }) {
  if (row.ci95) {
    return (
      <span className="whitespace-nowrap">
        [<Coefficient value={row.ci95[0]} />, <Coefficient value={row.ci95[1]} />]
      </span>
    )
  }
  if (row.ci95Undefined) return <span className="block text-muted text-sm">{reasonText(row.ci95Undefined)}</span>
  return (
    <>
      <span aria-hidden="true" className="text-muted">
        –
      </span>
      <span className="sr-only">{words.none}</span>
    </>
  )
}
