import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { assignReview } from '@/lib/verbs/review-assignments'
import { aStudy, harbourText, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { wholeQueue } from '../support/review'

withTestDatabase()

const people: Record<string, MemberRole[]> = {
  ...{ lea: ['lead'], adi: ['adjudicator'], uma: ['adjudicator'], vic: ['viewer'] },
  ...{ ana: ['coder', 'adjudicator'], ben: ['coder'] },
}

const texts = Array.from({ length: 6 }, (_, i) => `${harbourText} Number ${i}.`)

async function aReview(): Promise<TestStudy> {
  const study = await aStudy({ people, texts })
  for (const document of texts.map((_, index) => index + 1)) {
    await study.annotate('ana', 0, 15, 'hero', { document })
    await study.annotate('ben', 0, 15, document === 6 ? 'hero' : 'villain', { document })
    for (const name of ['ana', 'ben']) await study.submit(name, { document })
  }
  return study
}

async function assign(study: TestStudy, names: string[], filters = {}) {
  const { round } = await wholeQueue(study)
  const assignees = await Promise.all(names.map((name) => study.membershipId(name)))
  return assignReview(study.actor('lea'), { studyId: study.studyId, roundId: round.id, assignees, ...filters })
}

/** How many documents of the queue each of these has. */
async function loads(study: TestStudy, names: string[]) {
  const { entries } = await wholeQueue(study)
  const of = async (name: string) => {
    const id = await study.membershipId(name)
    return entries.filter(({ assignee }) => assignee === id).length
  }
  return Promise.all(names.map(of))
}

it('shares the documents of what is left out evenly', async () => {
  const study = await aReview()
  expect(await assign(study, ['adi', 'uma'])).toEqual({ documents: 5 })
  expect((await loads(study, ['adi', 'uma'])).sort()).toEqual([2, 3])
  const own = await wholeQueue(study, 'adi', { assignee: 'me' })
  expect(own.entries.map(({ assignee }) => assignee)).toEqual(
    Array.from({ length: own.total }, () => own.reviewers.find(({ name }) => name === 'adi')?.id),
  )
  expect((await wholeQueue(study, 'adi', { assignee: 'nobody' })).total).toBe(0)
})

it('gives nobody a document that they coded, unless there is nobody else', async () => {
  const study = await aReview()
  await assign(study, ['ana', 'adi'])
  expect(await loads(study, ['ana', 'adi'])).toEqual([0, 5])
  await assign(study, ['ana'])
  expect(await loads(study, ['ana', 'adi'])).toEqual([5, 0])
})

it('is about what the filters leave only', async () => {
  const study = await aReview()
  await assign(study, ['adi'])
  await assign(study, ['uma'], { document: 'D0002' })
  expect(await loads(study, ['adi', 'uma'])).toEqual([4, 1])
  await assign(study, [], { document: 'D0001' })
  expect(await loads(study, ['adi', 'uma'])).toEqual([3, 1])
})

it('takes reviewers of the study only', async () => {
  const study = await aReview()
  await expect(assign(study, ['vic'])).rejects.toMatchObject({
    code: 'invalid',
    fields: { assignees: expect.anything() },
  })
  const left = { where: { id: await study.membershipId('adi') }, data: { leftAt: new Date() } }
  await db().membership.update(left)
  await expect(assign(study, ['adi'])).rejects.toMatchObject({ code: 'invalid' })
})

it('is for the lead', async () => {
  const study = await aReview()
  const { round } = await wholeQueue(study)
  const input = { studyId: study.studyId, roundId: round.id, assignees: [] }
  await expect(assignReview(study.actor('adi'), input)).rejects.toMatchObject({ code: 'forbidden' })
})
