import type { ContinuumReason } from '@/lib/agreement/continuum-estimate'
import { reasonSentence } from '@/lib/formats/agreement-report/cells'
import { reasonAnchor } from './reasons'
import { ReportSection } from './report-section'
import { parts } from './report-words'

/** Every reason for a dash in the report, as text: where the dashes lead to, and by its letter on paper. */
export function UndefinedSection({ reasons }: { reasons: readonly ContinuumReason[] }) {
  return (
    <ReportSection part={parts.undefined}>
      <style>{lettersOnPaper(reasons)}</style>
      <ul className="max-w-2xl">
        {reasons.map((reason, place) => (
          <li key={reason} id={reasonAnchor(reason)} tabIndex={-1} className="scroll-mt-6 target:bg-warning-soft">
            —<sup className="hidden print:inline">{letterOf(place)}</sup> {reasonSentence(reason)}
          </li>
        ))}
      </ul>
    </ReportSection>
  )
}

function letterOf(place: number): string {
  return String.fromCharCode(97 + place)
}

/** Paper has nothing to follow: each dash gets the letter of its reason. A report can have hundreds of them. */
function lettersOnPaper(reasons: readonly ContinuumReason[]): string {
  const rules = reasons.map(
    (reason, place) => `.why[href="#${reasonAnchor(reason)}"]::after{content:"${letterOf(place)}"}`,
  )
  return `@media print{${rules.join('')}}`
}
