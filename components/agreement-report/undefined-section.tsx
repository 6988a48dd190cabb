import type { ContinuumReason } from '@/lib/agreement/continuum-estimate'
import { reasonSentence } from '@/lib/formats/agreement-report/cells'
import { reasonAnchor } from './reasons'
import { ReportSection } from './report-section'
import { parts } from './report-words'

/** Every reason for a dash in the report, as text: where the dashes lead to. */
export function UndefinedSection({ reasons }: { reasons: readonly ContinuumReason[] }) {
  return (
    <ReportSection part={parts.undefined}>
      <ul className="max-w-2xl">
        {reasons.map((reason) => (
          <li key={reason} id={reasonAnchor(reason)} tabIndex={-1} className="scroll-mt-6 target:bg-warning-soft">
            — {reasonSentence(reason)}
          </li>
        ))}
      </ul>
    </ReportSection>
  )
}
