import { parse } from 'csv-parse/sync'
import type { StudyAgreement } from '@/lib/verbs/agreement'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { call } from '../support/requests'

withTestDatabase()
jest.setTimeout(20_000)

const asked = async (study: TestStudy, query: string) => {
  const request = { path: 'studies/[studyId]/agreement', method: 'GET' as const, params: { studyId: study.studyId } }
  return call({ ...request, query, as: study.actor('lea') })
}

/** Three coders, of whom the third submitted nothing: two of the three pairs share no unit. */
async function codedStudy(): Promise<TestStudy> {
  const study = await aStudy({ people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], cas: ['coder'] } })
  await study.annotate('ana', 0, 5, 'hero')
  await study.submit('ana')
  await study.submit('ben', { nothingToCode: true })
  return study
}

it('table=pairs is the kappa of every pair of coders, the same as in the JSON', async () => {
  const study = await codedStudy()
  const response = await asked(study, 'format=csv&table=pairs&unit=sentence')
  expect(response.headers.get('content-disposition')).toContain('agreement_pairs.csv')
  const rows = parse(await response.text(), { columns: true }) as Record<string, string>[]
  const report = (await (await asked(study, 'format=json&unit=sentence')).json()) as StudyAgreement
  const pairs = report.codes.flatMap(({ code, kappa }) => kappa.pairs.map((pair) => ({ code, ...pair })))
  expect(rows).toHaveLength(pairs.length)
  pairs.forEach(({ code, coders, units, kappa }, i) => {
    expect(rows[i]).toMatchObject({ variable: code, coder_a: coders[0], coder_b: coders[1], n_units: String(units) })
    expect(rows[i]?.kappa).toBe(kappa.value === null ? 'NA' : String(kappa.value))
    expect(rows[i]?.status).toBe(kappa.value === null ? kappa.undefined : 'ok')
  })
  expect(rows.map(({ status }) => status)).toContain('no_pairable_unit')
  expect(rows.find(({ variable }) => variable === 'hero')).toMatchObject({ kappa: '0', status: 'ok' })
})

it('without a table, CSV is the table of the codes', async () => {
  const response = await asked(await codedStudy(), 'format=csv')
  expect(response.headers.get('content-disposition')).toContain('agreement.csv')
  expect(await response.text()).toMatch(/^cb_version,family,variable,/)
})

it('refuses a table there is not', async () => {
  expect((await asked(await codedStudy(), 'format=csv&table=gold')).status).toBe(422)
})
