import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { openCoding } from '@/lib/verbs/codings'
import { importDocuments } from '@/lib/verbs/documents'
import { setEligibility } from '@/lib/verbs/eligibility'
import { acceptInvitation, changeRoles, inviteMember, removeMember } from '@/lib/verbs/members'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const people = { lea: ['lead' as const], ana: ['coder' as const], kim: ['viewer' as const] }
const texts = ['Tarn came.', 'Ruk left.', 'Nobody saw it.']

/** Ana submitted the first text and opened the second; nobody opened the third. Kim has these roles. */
async function begunStudy(kim: MemberRole[]): Promise<TestStudy> {
  const study = await aStudy({ people: { ...people, kim }, texts })
  await study.submit('ana', { document: 1, nothingToCode: true })
  await openCoding(study.actor('ana'), { codingId: await study.codingId('ana', 2) })
  return study
}

const give = async (study: TestStudy, roles: MemberRole[]) =>
  changeRoles(study.actor('lea'), { ...study, memberId: await study.membershipId('kim'), roles })

const remove = async (study: TestStudy) =>
  removeMember(study.actor('lea'), { ...study, memberId: await study.membershipId('kim') })

const bringBack = async (study: TestStudy, roles: MemberRole[]) => {
  const { token } = await inviteMember(study.actor('lea'), { studyId: study.studyId, roles, note: '', days: 1 })
  await acceptInvitation(study.actor('kim'), { token })
}

/** Of which texts Kim's codings are in the reliability sample. */
async function inSample(study: TestStudy): Promise<number[]> {
  const codings = await db().coding.findMany({
    where: { coderId: await study.membershipId('kim'), inIrr: true },
    select: { document: { select: { number: true } } },
  })
  return codings.map(({ document }) => document.number).sort()
}

describe('who takes the role coder after having been able to see others’ work', () => {
  it.each<MemberRole>(['lead', 'viewer', 'adjudicator'])(
    'as %s, codes outside of the sample what others began',
    async (role) => {
      const study = await begunStudy([role])
      await give(study, [role, 'coder'])
      expect(await inSample(study)).toEqual([3])
    },
  )

  it('does so too when an invitation gave the role', async () => {
    const study = await begunStudy(['viewer'])
    await bringBack(study, ['coder'])
    expect(await inSample(study)).toEqual([3])
  })

  it('takes nothing out of the sample of the others', async () => {
    const study = await begunStudy(['viewer'])
    await give(study, ['coder'])
    const others = { coderId: await study.membershipId('ana'), inIrr: false }
    expect(await db().coding.count({ where: others })).toBe(0)
  })

  it('gets texts that are imported later in the sample', async () => {
    const study = await begunStudy(['viewer'])
    await give(study, ['coder'])
    const documents = [{ title: 'Fourth', text: 'The harbour was quiet.', metadata: {} }]
    await importDocuments(study.actor('lea'), { ...study, documents, dryRun: false, partial: false })
    expect(await inSample(study)).toEqual([3, 4])
  })
})

describe('a coder who gives the role up for another and takes it again', () => {
  it('keeps in the sample what was submitted before, and of the rest what nobody else had begun', async () => {
    const study = await begunStudy(['coder'])
    await study.submit('kim', { document: 1, nothingToCode: true })
    await openCoding(study.actor('kim'), { codingId: await study.codingId('kim', 2) })
    await give(study, ['viewer'])
    await give(study, ['coder'])
    expect(await inSample(study)).toEqual([1, 3])
  })

  it('wins nothing back by leaving the study in between', async () => {
    const study = await begunStudy(['lead'])
    await give(study, ['coder'])
    await remove(study)
    await bringBack(study, ['coder'])
    expect(await inSample(study)).toEqual([3])
  })

  it('is held to what there was to see until leaving', async () => {
    const study = await begunStudy(['viewer'])
    await remove(study)
    await openCoding(study.actor('ana'), { codingId: await study.codingId('ana', 3) })
    await bringBack(study, ['coder'])
    expect(await inSample(study)).toEqual([3])
  })
})

describe('a coder with a further role, who was shown others’ work while holding a text not eligible', () => {
  it.each<MemberRole[]>([['coder'], ['viewer']])(
    'codes it outside of the sample, also after becoming %s first',
    async (role) => {
      const study = await begunStudy(['coder', 'viewer'])
      const held = { codingId: await study.codingId('kim', 3) }
      await setEligibility(study.actor('kim'), { ...held, eligible: false, reason: 'It is an advert.' })
      await give(study, [role])
      await give(study, ['coder'])
      await setEligibility(study.actor('kim'), { ...held, eligible: true })
      expect(await inSample(study)).not.toContain(3)
    },
  )
})

describe('a coder who was blind all the time', () => {
  it('keeps everything in the sample when another role is added', async () => {
    const study = await begunStudy(['coder'])
    await give(study, ['coder', 'lead'])
    expect(await inSample(study)).toEqual([1, 2, 3])
  })

  it('keeps it after having left and come back', async () => {
    const study = await begunStudy(['coder'])
    await remove(study)
    await bringBack(study, ['coder'])
    expect(await inSample(study)).toEqual([1, 2, 3])
  })
})
