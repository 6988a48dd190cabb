import type { CodeAgreement } from '@/lib/agreement/reliability-report'
import { reliableThreshold, tentativeThreshold } from '@/lib/agreement/verdict'
import { coefficientText } from '@/lib/formats/agreement-report-numbers'
import { IntervalFigure, Undefined } from './figures'
import { verdictShapes } from './verdict-mark'
import { words } from './words'

const rowGrid = 'grid grid-cols-[1fr_auto] items-center gap-x-4 sm:grid-cols-[12rem_1fr_13rem]'
const trackPlace = 'order-last col-span-2 block w-full overflow-visible sm:order-none sm:col-span-1'

/** The left end of the axis: 0, or further left where a value or interval is negative. */
function axisStart(codes: readonly CodeAgreement[]): number {
  const lowest = Math.min(0, ...codes.flatMap(({ alpha }) => [alpha.value ?? 0, alpha.interval.low ?? 0]))
  return Math.floor(lowest * 5) / 5
}

/** Where an alpha stands on an axis from `from` to 1, as an SVG length. */
function at(value: number, from: number): string {
  return `${((value - from) / (1 - from)) * 100}%`
}

/** Alpha with its interval, one row per code, on one axis. The same numbers stand in Table 1. */
export function ForestPlot({ codes }: { codes: readonly CodeAgreement[] }) {
  const from = axisStart(codes)
  return (
    <figure aria-label={words.forestTitle}>
      <ol>
        {codes.map((code) => (
          <li key={code.code} className={rowGrid}>
            <span dir="auto" className="truncate font-semibold">
              {code.label}
            </span>
            <Track code={code} from={from} />
            <span className="text-right tabular-nums sm:text-left">
              <AlphaText code={code} />
            </span>
          </li>
        ))}
      </ol>
      <div className={rowGrid} aria-hidden="true">
        <span className="hidden sm:block" />
        <Axis from={from} />
      </div>
      <figcaption className="mt-2 text-muted text-sm">{words.forestNote}</figcaption>
    </figure>
  )
}

function AlphaText({ code: { alpha } }: { code: CodeAgreement }) {
  if (alpha.value === null) return <Undefined reason={alpha.undefined} />
  return (
    <>
      {coefficientText(alpha.value)} <IntervalFigure interval={alpha.interval} />
    </>
  )
}

function Track({ code: { alpha, verdict }, from }: { code: CodeAgreement; from: number }) {
  const { path, look } = verdictShapes[verdict.word]
  return (
    <svg className={`${trackPlace} mb-2 h-6 sm:mb-0 sm:h-9`} aria-hidden="true">
      <line x1="0" x2="100%" y1="50%" y2="50%" className="stroke-line" />
      <Threshold value={tentativeThreshold} from={from} dashed />
      <Threshold value={reliableThreshold} from={from} />
      {alpha.interval.low !== null && (
        <line
          x1={at(alpha.interval.low, from)}
          x2={at(alpha.interval.high, from)}
          y1="50%"
          y2="50%"
          className="stroke-ink"
          strokeWidth="2"
        />
      )}
      {alpha.value !== null && (
        <svg x={at(alpha.value, from)} y="50%" className="overflow-visible" aria-hidden="true">
          <path d={path} className={look} strokeWidth="2" />
        </svg>
      )}
    </svg>
  )
}

function Threshold({ value, from, dashed }: { value: number; from: number; dashed?: boolean }) {
  const x = at(value, from)
  return <line x1={x} x2={x} y1="0" y2="100%" className="stroke-muted" strokeDasharray={dashed ? '3 3' : undefined} />
}

function Axis({ from }: { from: number }) {
  return (
    <svg className={`${trackPlace} h-6 fill-muted text-xs`} aria-hidden="true">
      <line x1="0" x2="100%" y1="0" y2="0" className="stroke-edge" />
      <text x="0" y="16">
        {from === 0 ? '0' : `−${Math.abs(from).toFixed(1).replace(/^0/, '')}`}
      </text>
      <text x={at(tentativeThreshold, from)} y="16" dx="3" textAnchor="end">
        .667
      </text>
      <text x={at(reliableThreshold, from)} y="16" dx="-3">
        .800
      </text>
      <text x="100%" y="16" textAnchor="end">
        1
      </text>
    </svg>
  )
}
