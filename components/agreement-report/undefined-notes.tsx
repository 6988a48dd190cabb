import { type UndefinedReason, undefinedReasons } from '@/lib/agreement/estimate'
import type { ReliabilityReport } from '@/lib/agreement/reliability-report'
import { reasonAnchor, words } from './words'

/** Every reason for a dash in the tables, as text: where the dashes lead to. */
export function UndefinedNotes({ report }: { report: ReliabilityReport }) {
  const reasons = reasonsIn(report)
  if (reasons.length === 0) return null
  return (
    <section aria-label={words.whyUndefined} className="mt-4 text-muted text-sm">
      <p className="font-semibold">{words.whyUndefined}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason} id={reasonAnchor(reason)} tabIndex={-1} className="target:text-ink">
            — {undefinedReasons[reason]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasonsIn({ codes }: ReliabilityReport): UndefinedReason[] {
  const figures = codes.flatMap(({ prevalence, percent, alpha, kappa }) => [
    ...[prevalence, percent, alpha, kappa.mean],
    ...kappa.pairs.map((pair) => pair.kappa),
    ...(alpha.value === null ? [] : [alpha.interval]),
  ])
  return [...new Set(figures.flatMap((figure) => ('undefined' in figure ? figure.undefined : [])))]
}
