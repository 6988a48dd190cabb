import type { Estimate } from '@/lib/agreement/estimate'
import type { KappaSummary, VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { coefficientText, percentText, probabilityText } from '@/lib/formats/agreement-report/numbers'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { type FigureColumn, FigureTable } from './figure-table'
import { Coefficient, Count, Figure } from './figures'
import { variableKey } from './variables-table'

const coefficient = (
  heading: string,
  of: (variable: VariableAgreement) => Estimate,
): FigureColumn<VariableAgreement> => ({ heading, cell: (variable) => <Coefficient estimate={of(variable)} /> })

const probability = (
  heading: string,
  of: (variable: VariableAgreement) => Estimate,
): FigureColumn<VariableAgreement> => ({
  heading,
  cell: (variable) => <Figure estimate={of(variable)} text={probabilityText} />,
})

const count = (
  heading: string,
  of: (variable: VariableAgreement) => number | null,
): FigureColumn<VariableAgreement> => ({
  heading,
  cell: (variable) => {
    const value = of(variable)
    return value === null ? '' : <Count value={value} />
  },
})

const disagreement = (
  heading: string,
  of: (variable: VariableAgreement) => number | null,
): FigureColumn<VariableAgreement> => ({
  heading,
  cell: (variable) => {
    const value = of(variable)
    return value === null ? '' : <data value={value}>{value.toPrecision(3)}</data>
  },
})

const columns: FigureColumn<VariableAgreement>[] = [
  { heading: 'Variable', cell: ({ label }) => label },
  { heading: 'κ mean (range)', cell: ({ kappa }) => <KappaRange kappa={kappa} /> },
  coefficient('AC1', ({ gwetAc1 }) => gwetAc1),
  coefficient('Scott’s π', ({ scottPi }) => scottPi),
  coefficient('Fleiss’ κ', ({ fleissKappa }) => fleissKappa),
  coefficient('S', ({ brennanPrediger }) => brennanPrediger),
  coefficient('Positive agreement', ({ positiveAgreement }) => positiveAgreement),
  coefficient('Negative agreement', ({ negativeAgreement }) => negativeAgreement),
  disagreement('Observed disagreement', ({ alpha }) => alpha.observedDisagreement),
  disagreement('Expected disagreement', ({ alpha }) => alpha.expectedDisagreement),
  probability('P(α < .667)', ({ alpha }) => alpha.belowTentative),
  probability('P(α < .800)', ({ alpha }) => alpha.belowReliable),
  { heading: 'Required α', cell: ({ alphaMin }) => <data value={alphaMin}>{coefficientText(alphaMin)}</data> },
  probability('P(α < required)', ({ alpha }) => alpha.belowMinimum),
  {
    heading: 'Undefined samples, %',
    cell: ({ alpha: { undefinedShare } }) =>
      undefinedShare === null ? '' : <data value={undefinedShare}>{percentText(undefinedShare)}</data>,
  },
  count('Documents', ({ documents }) => documents),
  count('Values', ({ values }) => values),
  count('Missing values', ({ missingValues }) => missingValues),
  count('Values present', ({ positives }) => positives),
]

/** Every other coefficient of the same variables, and what they were counted from. */
export function CoefficientsTable({
  caption,
  variables,
}: {
  caption: string
  variables: readonly VariableAgreement[]
}) {
  return (
    <FigureTable caption={caption} rows={variables} columns={columns} file={summaryTable.file} keyOf={variableKey} />
  )
}

function KappaRange({ kappa: { mean, min, max, pairs } }: { kappa: KappaSummary }) {
  return (
    <span className="whitespace-nowrap">
      <Coefficient estimate={mean} />
      {pairs.length > 1 && min.value !== null && max.value !== null && (
        <>
          {' '}
          ({coefficientText(min.value)} to {coefficientText(max.value)})
        </>
      )}
    </span>
  )
}
