import type { CodeAgreement } from '@/lib/agreement/reliability-report'
import { coefficientText } from '@/lib/formats/agreement-report-numbers'
import { Table } from '../ui/table'
import { Figure } from './figures'
import { words } from './words'

/** Cohen's kappa of every pair of coders: a row per pair, a column per code. */
export function PairsTable({ codes }: { codes: readonly CodeAgreement[] }) {
  const pairs = codes[0]?.kappa.pairs ?? []
  return (
    <Table caption={words.pairsTitle}>
      <thead>
        <tr>
          <th scope="col">{words.columns.pair}</th>
          <th scope="col" className="text-right">
            {words.columns.n}
          </th>
          {codes.map((code) => (
            <th key={code.code} scope="col" dir="auto" className="text-right">
              {code.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ coders, units }, pair) => (
          <tr key={coders.join(' ')}>
            <th scope="row" className="whitespace-nowrap py-2 text-start font-normal">
              {coders.join(' – ')}
            </th>
            <td className="text-right">{units.toLocaleString('en')}</td>
            {codes.map((code) => {
              const kappa = code.kappa.pairs[pair]?.kappa
              return (
                <td key={code.code} className="text-right">
                  {kappa && <Figure estimate={kappa} text={coefficientText} />}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
