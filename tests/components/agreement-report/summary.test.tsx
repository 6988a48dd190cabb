import { nobodySentence, summarySentence } from '@/components/agreement-report/summary'
import { ally, hero, reportedStudy } from '../../formats/agreement-report/reported-study'

const provisional = { ...hero, provisional: { unitsNeeded: 326 } }

it.each([
  { variables: [hero, hero], verdicts: '2 meet the required α' },
  { variables: [hero, provisional], verdicts: '2 meet the required α (1 provisionally)' },
  { variables: [provisional, ally], verdicts: '1 meets the required α (provisionally), 1 not computable' },
])('the sentence over a report counts no provisional verdict as a plain one: $verdicts', ({ variables, verdicts }) => {
  expect(summarySentence(reportedStudy({ variables }))).toBe(
    `2 codes, 2 coders, 12 documents double-coded: ${verdicts}.`,
  )
})

it('a report on one coder asks for another, and does not say that nobody has submitted', () => {
  const one = reportedStudy()
  const report = { ...one, header: { ...one.header, coders: ['C02'], documents: 0 } }
  expect(nobodySentence(report)).toContain('add another coder')
})
