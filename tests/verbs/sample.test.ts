import { db } from '@/lib/db'
import { checkPassword } from '@/lib/verbs/accounts'
import { readAgreement } from '@/lib/verbs/agreement'
import { loadSampleStudy, type SampleAccount } from '@/lib/verbs/sample'
import { listStudies } from '@/lib/verbs/studies'
import { withTestDatabase } from '../support/database'

withTestDatabase()
jest.setTimeout(60_000)

async function load(): Promise<{ loaded: boolean; accounts: SampleAccount[] }> {
  let accounts: SampleAccount[] = []
  const loaded = await loadSampleStudy(null, {
    keep: async (made) => {
      accounts = made
    },
  })
  return { loaded, accounts }
}

describe('loadSampleStudy', () => {
  it('fills an empty database with a study whose report can be read, and keeps a way in', async () => {
    const { loaded, accounts } = await load()
    expect(loaded).toBe(true)
    expect(accounts.map(({ role }) => role)).toEqual(['lead', 'adjudicator', 'coder', 'coder', 'coder'])
    const [account] = accounts
    if (!account) throw new Error('There is no account.')
    const lead = await checkPassword(null, { email: account.email, password: account.password, address: 'here' })
    const [study] = await listStudies(lead)
    expect(study).toMatchObject({ documents: 12, roles: ['lead'] })
    const answer = await readAgreement(lead, { studyId: study?.id ?? '', replicates: 0, patienceMs: 60_000 })
    if (answer.state !== 'done') throw new Error(`The report is ${answer.state}.`)
    const { header, variables } = answer.report
    expect(header).toMatchObject({ documents: 12, coders: ['C02', 'C03', 'C04'] })
    const codes = variables.filter(({ kind }) => kind === 'code_presence')
    expect(codes.length).toBeGreaterThan(3)
    for (const code of codes) expect(code.alpha.value).toBeGreaterThan(0.4)
  })

  it('leaves a database alone that somebody uses', async () => {
    await db().user.create({ data: { id: crypto.randomUUID(), email: 'ilse@callis.example', name: 'Ilse' } })
    expect(await load()).toEqual({ loaded: false, accounts: [] })
    expect(await db().study.count()).toBe(0)
  })

  it('begins anew after a load that was cut short, and touches no table of others', async () => {
    await db().$executeRaw`CREATE TABLE "somebody_elses" AS SELECT 1 AS "kept"`
    await load()
    await db().serverSetting.update({ where: { key: 'sample-study' }, data: { value: 'loading' } })
    const { loaded } = await load()
    expect([loaded, await db().user.count(), await db().study.count()]).toEqual([true, 5, 1])
    expect(await db().$queryRaw`SELECT "kept" FROM "somebody_elses"`).toEqual([{ kept: 1 }])
    await db().$executeRaw`DROP TABLE "somebody_elses"`
  })
})
