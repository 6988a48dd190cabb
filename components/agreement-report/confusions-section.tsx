import type { Confusion } from '@/lib/agreement/report/agreement-report'
import { ConfusionFigure } from './confusion-figure'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'

interface ConfusionsSectionProps {
  confusions: readonly Confusion[]
  nameOf: (code: string) => string
}

/** Which code one coder gave where another gave which, per family. */
export function ConfusionsSection({ confusions, nameOf }: ConfusionsSectionProps) {
  return (
    <ReportSection part={parts.confusions} note={notes.confusions}>
      {confusions
        .filter(({ values }) => values.length > 1)
        .map((confusion) => (
          <div key={confusion.family} className="mb-8">
            <h3 className="mb-2 break-after-avoid font-semibold">{confusion.label}</h3>
            <ConfusionFigure
              title={`${confusion.label}: codes of two coders`}
              table={confusion}
              file={`confusion-${confusion.family}`}
              nameOf={nameOf}
            />
          </div>
        ))}
    </ReportSection>
  )
}
