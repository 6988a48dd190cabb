import type { ContinuumEstimate, ContinuumReason } from '@/lib/agreement/continuum-estimate'
import type { Interval } from '@/lib/agreement/estimate'
import { reasonSentence } from '@/lib/formats/agreement-report/cells'
import { coefficientText, countText, percentText } from '@/lib/formats/agreement-report/numbers'
import { reasonAnchor } from './reasons'
import { reportWords as words } from './report-words'

/** A figure with its full precision behind it, or a dash that says why there is none. */
export function Figure({ estimate, text }: { estimate: ContinuumEstimate; text: (value: number) => string }) {
  if (estimate.value === null) return <Undefined reason={estimate.undefined} />
  return <data value={estimate.value}>{text(estimate.value)}</data>
}

/** A coefficient: three decimals, no leading zero. */
export function Coefficient({ estimate }: { estimate: ContinuumEstimate }) {
  return <Figure estimate={estimate} text={coefficientText} />
}

/** A share as a percentage. */
export function Percent({ estimate }: { estimate: ContinuumEstimate }) {
  return <Figure estimate={estimate} text={percentText} />
}

/** A count with its thousands apart. */
export function Count({ value }: { value: number }) {
  return <data value={value}>{countText(value)}</data>
}

/** A dash that leads to its reason, and shows it on focus. `what` says to a screen reader what is missing. */
function Undefined({ reason, what = words.notDefined }: { reason: ContinuumReason; what?: string }) {
  return (
    <a href={`#${reasonAnchor(reason)}`} className="why" title={reasonSentence(reason)} aria-label={what}>
      —
    </a>
  )
}

/** [.710, .930], or [—] that leads to the reason why there is none. */
function IntervalFigure({ interval }: { interval: Interval }) {
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

/** A coefficient with its interval: .812 [.710, .930]. An undefined one has no interval to speak of. */
export function WithInterval({ estimate, interval }: { estimate: ContinuumEstimate; interval: Interval }) {
  return (
    <span className="sm:whitespace-nowrap">
      <Coefficient estimate={estimate} /> {estimate.value !== null && <IntervalFigure interval={interval} />}
    </span>
  )
}
