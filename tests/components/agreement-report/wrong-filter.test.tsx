import { render, screen } from '@testing-library/react'
import { readFilters, WrongFilter } from '@/components/agreement-report/wrong-filter'

function show(query: Record<string, string | string[]>): string {
  const read = readFilters(query)
  if (!('wrong' in read)) throw new Error('The filters are as they may be.')
  return render(<WrongFilter studyId="s1" field={read.wrong} />).container.textContent ?? ''
}

describe('a filter in the address of a report', () => {
  it.each([
    [
      { unit: 'word' },
      'The field “unit” of the address must be one of character, token, sentence, paragraph, document.',
    ],
    [{ set: 'test' }, 'The field “set” of the address must be one of training, pilot, main, calibration.'],
    [{ seed: 'x' }, 'The field “seed” of the address must be a whole number from 0 to 2,147,483,647.'],
    [{ seed: ['1', '2'] }, 'The field “seed” of the address must be a whole number from 0 to 2,147,483,647.'],
    [{ replicates: '10001' }, 'The field “replicates” of the address must be a whole number from 0 to 10,000.'],
    [{ round: '1.5' }, 'The field “round” of the address must be a whole number from 1 to 1,000,000.'],
    [{ version: 'one' }, 'The field “version” of the address must be a version like 1.0.0.'],
    [{ coders: 'C'.repeat(21) }, 'The field “coders” of the address must be a list like C01,C02'],
    [{ codes: 'c'.repeat(65) }, 'The field “codes” of the address must be a list like hero,villain'],
    [{ targets: 't'.repeat(501) }, 'The field “targets” of the address must be a list like Tarn|Ruk'],
  ])('that is wrong is named with what is allowed: %j', (query, sentence) => {
    expect(show(query)).toContain(sentence)
  })

  it('that is wrong leaves a way to the report without filters', () => {
    show({ unit: 'word', round: '2' })
    const link = screen.getByRole('link', { name: 'Back to the whole study' })
    expect(link.getAttribute('href')).toBe('/studies/s1/agreement')
  })

  it('is read at the ends of what the sentence allows', () => {
    const ends = [
      { seed: '0', replicates: '0', round: '1' },
      { seed: '2147483647', replicates: '10000', round: '1000000' },
      { coders: 'C'.repeat(20), codes: 'c'.repeat(64), targets: 't'.repeat(500) },
    ]
    for (const query of ends) expect(readFilters(query)).toHaveProperty('filters')
  })

  it('that a report does not have asks for nothing', () => {
    expect(readFilters({ colour: 'red', unit: 'token' })).toEqual({ filters: { unit: 'token' } })
  })
})
