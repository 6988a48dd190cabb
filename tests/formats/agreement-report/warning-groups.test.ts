import type { ReportWarning } from '@/lib/agreement/report/agreement-report'
import { warningGroups, warningLine } from '@/lib/formats/agreement-report/warning-groups'
import { reportedStudy } from './reported-study'

const { header } = reportedStudy()
const warning = (kind: ReportWarning['kind'], message: string = kind): ReportWarning => ({ kind, message })
const kindsOf = (warnings: ReportWarning[], documents = 12) => {
  const { severe, others } = warningGroups({ warnings, header: { ...header, documents } })
  return { severe: severe.map(({ kind }) => kind), others: others.map(({ kind }) => kind) }
}

describe('the groups of warnings', () => {
  it('set apart what every figure rests on and what looks better than it is, in their order', () => {
    const kinds = ['not_headline', 'provisional', 'documents_left_out', 'no_width', 'agreement_on_absence'] as const
    expect(kindsOf(kinds.map((kind) => warning(kind)))).toEqual({
      severe: ['not_headline', 'documents_left_out', 'agreement_on_absence'],
      others: ['provisional', 'no_width'],
    })
  })

  it('count few documents as severe when they are those of the report, not of a variable', () => {
    expect(kindsOf([warning('few_documents')], 9)).toEqual({ severe: ['few_documents'], others: [] })
    expect(kindsOf([warning('few_documents')], 10)).toEqual({ severe: [], others: ['few_documents'] })
  })

  it('are one line each: the warning itself, or how many there are', () => {
    const warnings = [warning('no_width', 'Hero: none.'), warning('provisional', 'a'), warning('provisional', 'b')]
    expect(warningGroups({ warnings, header }).others.map(warningLine)).toEqual([
      'Hero: none.',
      'Variables whose verdict is provisional for want of units: 2',
    ])
  })
})
