import type { AttributeAgreement } from '@/lib/agreement/report/agreement-report'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { valueNames } from '@/lib/formats/agreement-report/value-names'
import { Fold } from '../ui/fold'
import { CoefficientsTable } from './coefficients-table'
import { ConfusionFigure } from './confusion-figure'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count, Percent } from './figures'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'
import { attributeColumns, variableKey } from './variables-table'

const columns: FigureColumn<AttributeAgreement>[] = [
  ...attributeColumns,
  { heading: 'Match rate, %', cell: ({ matchRate }) => <Percent estimate={matchRate} /> },
  { heading: 'Matched pairs', cell: ({ matched }) => <Count value={matched} /> },
  { heading: 'α at IoU ≥ .5', cell: ({ strict }) => <Coefficient estimate={strict.alpha} /> },
  { heading: 'n units at IoU ≥ .5', cell: ({ strict }) => <Count value={strict.units} /> },
  { heading: 'Match rate at IoU ≥ .5, %', cell: ({ strict }) => <Percent estimate={strict.matchRate} /> },
]

/** Agreement on attributes, where two coders marked the same thing. */
export function AttributesSection({ attributes }: { attributes: readonly AttributeAgreement[] }) {
  return (
    <ReportSection part={parts.attributes} note={notes.attributes}>
      <FigureTable
        caption={parts.attributes.title}
        rows={attributes}
        columns={columns}
        file={summaryTable.file}
        keyOf={variableKey}
      />
      <Fold title={parts.coefficients.title}>
        <CoefficientsTable caption={`${parts.attributes.title}: ${parts.coefficients.title}`} variables={attributes} />
      </Fold>
      {attributes
        .filter(({ confusion }) => confusion.values.length > 1)
        .map((attribute) => (
          <Fold key={variableKey(attribute)} title={`${attribute.label}: which values are confused`}>
            <ConfusionFigure
              title={`${attribute.label}: values of two coders`}
              table={attribute.confusion}
              file={`confusion-${attribute.key}`}
              nameOf={valueNames(attribute)}
            />
          </Fold>
        ))}
    </ReportSection>
  )
}
