import { fireEvent, render, screen } from '@testing-library/react'
import { plannerAnswer, usualPlan } from '@/components/calculator/planner'
import { SamplePlanner } from '@/components/calculator/sample-planner'
import { planSample } from '@/lib/agreement/sample-size-plan'

const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const plan = () => screen.getByRole('status', { name: 'The plan' })

describe('the sample planner', () => {
  it('has Krippendorff’s published minimum of 139 units beside the documents to double-code', () => {
    render(<SamplePlanner />)
    fill('Prevalence', '.25')
    expect(plan().textContent).toContain('Krippendorff’s minimum N, units139')
    const expected = planSample({
      ...{ alphaMin: 0.8, expectedAlpha: 0.9, power: 0.8, prevalence: 0.25, coders: 2, rho: 0.05 },
      unitsPerDocument: { mean: 20, cv: 0.5 },
    })
    expect(plan().textContent).toContain(`${'documents' in expected && expected.documents} documents to double-code.`)
  })

  it('writes the sentence for the methods section with the numbers it rests on', () => {
    render(<SamplePlanner />)
    fill('Alpha you require', '0,667')
    fill('Prevalence', '.05')
    expect(plan().textContent).toContain('present in 5\u00a0% of the units')
    expect(plan().textContent).toContain('minimum for a required alpha of .667 is 330 units')
  })

  it('says that an alpha below the required one cannot be shown', () => {
    render(<SamplePlanner />)
    fill('Alpha you expect', '.75')
    expect(plan().textContent).toContain('cannot be shown')
    expect(plan().textContent).not.toContain('documents to double-code')
  })

  it('says at the field what it takes when a number is none', () => {
    render(<SamplePlanner />)
    fill('Prevalence', 'rare')
    expect(screen.getByLabelText('Prevalence').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('alert').textContent).toBe('A number from 0.001 to 0.999.')
  })

  it.each([
    ['coders', '2.5'],
    ['coders', '1'],
    ['power', ''],
    ['mean', '0'],
    ['rho', '1.1'],
    ['alphaMin', '1'],
  ] as const)('refuses %s = “%s”', (field, value) => {
    expect(plannerAnswer({ ...usualPlan, [field]: value })).toMatchObject({ kind: 'wrong', field })
  })
})
