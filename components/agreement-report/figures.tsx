import { type Estimate, type Interval, type UndefinedReason, undefinedReasons } from '@/lib/agreement/estimate'
import { reasonAnchor, words } from './words'

/** A coefficient as papers print it: three decimals, no leading zero, a true minus sign. */
export function coefficientText(value: number): string {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '')
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits
}

/** A share as a percentage with one decimal. */
export function percentText(share: number): string {
  return (100 * share).toFixed(1)
}

/** A figure with its full precision behind it, or a dash that says why there is none. */
export function Figure({ estimate, text }: { estimate: Estimate; text: (value: number) => string }) {
  if (estimate.value === null) return <Undefined reason={estimate.undefined} />
  return <data value={estimate.value}>{text(estimate.value)}</data>
}

/** A dash that leads to its reason, and shows it on focus. `what` says to a screen reader what is missing. */
export function Undefined({ reason, what = words.notDefined }: { reason: UndefinedReason; what?: string }) {
  return (
    <a
      href={`#${reasonAnchor(reason)}`}
      className="group relative text-muted no-underline"
      title={undefinedReasons[reason]}
    >
      <span aria-hidden="true">—</span>
      <span className="sr-only group-focus:not-sr-only group-focus:block group-focus:min-w-48 group-focus:whitespace-normal group-focus:text-sm">
        {what}: {undefinedReasons[reason]}
      </span>
    </a>
  )
}

/** [.710, .930], or [—] that leads to the reason why there is none. */
export function IntervalFigure({ interval }: { interval: Interval }) {
  if (interval.low === null) {
    return (
      <span>
        [<Undefined reason={interval.undefined} what={words.noInterval} />]
      </span>
    )
  }
  return (
    <span className="whitespace-nowrap">
      [<data value={interval.low}>{coefficientText(interval.low)}</data>,{' '}
      <data value={interval.high}>{coefficientText(interval.high)}</data>]
    </span>
  )
}
