import { readFileSync } from 'node:fs'
import { coincidences } from '@/lib/agreement/coincidences'
import type { Estimate } from '@/lib/agreement/estimate'
import { gwetAcOfTable } from '@/lib/agreement/gwet-ac'
import { krippendorffAlpha } from '@/lib/agreement/krippendorff-alpha'
import { percentAgreementOfTable } from '@/lib/agreement/percent-agreement'
import { prevalence } from '@/lib/agreement/prevalence'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { minimumUnits } from '@/lib/agreement/sample-size'
import { planSample } from '@/lib/agreement/sample-size-plan'
import { specificAgreement } from '@/lib/agreement/specific-agreement'
import { uAlphaBinary } from '@/lib/agreement/u-alpha-binary'
import { documentUnitizing } from '@/lib/agreement/u-alpha-sums'
import { coefficientText } from '@/lib/formats/agreement-report/numbers'

/** docs/method.md shows figures; these are the ones the product computes. */

const page = readFileSync('docs/method.md', 'utf8')

const written = ({ value }: Estimate) => (value === null ? 'undefined' : value === 0 ? '.000' : coefficientText(value))

/** Two coders of 1,000 units, `both` of them marked by both, `one` by either alone. */
function rowFor(both: number, one: number): string[] {
  const units = Array.from({ length: 1000 }, (_, unit) => [
    Number(unit < both + one / 2),
    Number(unit < both || (unit >= both + one / 2 && unit < both + one)),
  ])
  const data = reliabilityData(units, presence)
  const matrix = coincidences(data)
  return [
    ...[prevalence(matrix).share, percentAgreementOfTable(data), krippendorffAlpha(matrix), gwetAcOfTable(data)],
    ...[specificAgreement(matrix, 1), specificAgreement(matrix, 0)],
  ].map(written)
}

it('the table on rare codes has the figures the product computes', () => {
  const [, after = ''] = page.split('| a | b + c |')
  const rows = after.split('\n\n')[0]?.split('\n').slice(2) ?? []
  expect(rows).toHaveLength(5)
  for (const row of rows) {
    const [both, one, ...figures] = row
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
    expect(figures).toEqual(rowFor(Number(both), Number(one)))
  }
})

it('the example of recoded work has the figures the product computes', () => {
  const alphaOf = (...coders: string[]) => {
    const units = [0, 1, 2, 3].map((unit) => coders.map((marks) => Number(marks[unit])))
    return krippendorffAlpha(coincidences(reliabilityData(units, presence))).value ?? Number.NaN
  }
  const [first, latest] = [alphaOf('1100', '1000'), alphaOf('1100', '1100')]
  const example = page.slice(page.indexOf('## Recoded work')).split('\n## ')[0] ?? ''
  expect(example).toContain(`= 8/15 = ${coefficientText(first)}`)
  expect(example).toContain(`the change is +${coefficientText(latest - first)}`)
})

it('the example of two spans that do not meet has the figures the product computes', () => {
  const spans = [
    { coder: 'C01', code: 'hero', start: 0, end: 5 },
    { coder: 'C02', code: 'hero', start: 10, end: 15 },
  ]
  const { sums } = documentUnitizing({ length: 20, coders: ['C01', 'C02'], spans }, ['hero'])
  const characters = Array.from({ length: 20 }, (_, i) => spans.map(({ start, end }) => Number(i >= start && i < end)))
  const alpha = krippendorffAlpha(coincidences(reliabilityData(characters, presence)))
  const unitizing = uAlphaBinary(sums ?? [])
  expect(page).toContain(
    `it is ${coefficientText(alpha.value ?? 0)}, |u-alpha ${coefficientText(unitizing.value ?? 0)}.`,
  )
})

it('the minimum numbers of units are those the product asks for', () => {
  const [first, second] = [0.25, 0.05].map((share) => minimumUnits({ prevalence: share, alphaMin: 0.8 }).value)
  expect(page).toContain(`${first} for a = .800, p = .25; ${second} for p = .05`)
})

it('the plan for documents that are alike is the one the product makes', () => {
  const goal = { alphaMin: 0.8, expectedAlpha: 0.9, prevalence: 0.2, unitsPerDocument: { mean: 20, cv: 0.5 } }
  const plan = planSample(goal)
  if ('undefined' in plan) throw new Error(plan.undefined)
  const { documents, independentUnits, designEffect } = plan
  const said = `it plans ${documents} documents: n is ${independentUnits}, the design effect ${designEffect.toFixed(2)}.`
  expect(page.replace(/\s+/g, ' ')).toContain(said)
})
