import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { readGold } from '@/lib/verbs/gold'
import { aStudy, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { allOfReading, decideAs, firstCluster, letterWith, showNames } from '../support/review'

withTestDatabase()

const people: Record<string, MemberRole[]> = { lea: ['lead'], vic: ['viewer'], ana: ['coder'], ben: ['coder'] }

/** They differ on the mayor, agree on the tyrant. */
async function aReview(): Promise<TestStudy> {
  const study = await aStudy({ people, texts: [harbourText, `${harbourText} More.`] })
  await study.save('ana', [putAnnotation(0, 15, 'hero'), putAnnotation(62, 68, 'villain')])
  await study.save('ben', [putAnnotation(0, 15, 'villain'), putAnnotation(62, 68, 'villain')])
  for (const name of ['ana', 'ben']) await study.submit(name)
  return study
}

const idOf = async (study: TestStudy, number = 1) =>
  (await db().document.findFirstOrThrow({ where: { studyId: study.studyId, number } })).id

const goldOf = async (study: TestStudy, name = 'lea', number = 1) =>
  readGold(study.actor(name), { studyId: study.studyId, documentId: await idOf(study, number) })

it('has what all agree on before anybody decides, and says what is open', async () => {
  const study = await aReview()
  expect(await goldOf(study, 'vic')).toMatchObject({
    annotations: [{ value: { code: 'villain' }, provenance: 'agreed', decisionId: null }],
    ...{ open: 2, eligibility: null, answers: [], links: [], decisions: {}, round: { number: 1 } },
  })
})

it('says of what was decided by whom, why and on what', async () => {
  const study = await aReview()
  const cluster = await firstCluster(study)
  const accepted = allOfReading(cluster, letterWith(cluster, 'hero'))
  const { decision } = await decideAs(study, 'lea', cluster, {
    outcome: 'accept',
    accepted,
    rationale: 'She saved it.',
  })
  const gold = await goldOf(study)
  expect(gold.annotations[0]).toMatchObject({
    ...{ value: { code: 'hero' }, provenance: 'adjudicated', clusterId: cluster.id, decisionId: decision.id },
  })
  expect(gold.decisions).toEqual({
    [decision.id]: {
      ...{ outcome: 'accept', method: 'arbiter', by: 'lea', cause: 'slip', rationale: 'She saved it.' },
      decidedAt: decision.decidedAt,
    },
  })
})

it('says whose annotations it comes from only while names are shown', async () => {
  const study = await aReview()
  expect(JSON.stringify(await goldOf(study))).not.toMatch(/C0\d/)
  await showNames(study)
  expect((await goldOf(study)).annotations.map(({ coders }) => coders)).toEqual([['C03', 'C04']])
})

it('is single where one coder coded, as of a document that the other holds no longer', async () => {
  const study = await aStudy({ people })
  await study.annotate('ana', 0, 15, 'hero')
  await study.submit('ana')
  await db().membership.update({ where: { id: await study.membershipId('ben') }, data: { leftAt: new Date() } })
  expect((await goldOf(study)).annotations).toMatchObject([{ provenance: 'single', value: { code: 'hero' } }])
})

it('is not found of a document that somebody has still to submit, or of another study', async () => {
  const [study, other] = [await aReview(), await aReview()]
  await expect(goldOf(study, 'lea', 2)).rejects.toMatchObject({ code: 'not_found' })
  const asked = readGold(study.actor('lea'), { studyId: study.studyId, documentId: await idOf(other) })
  await expect(asked).rejects.toMatchObject({ code: 'not_found' })
})

it('leaves every coding, submission and revision as it was', async () => {
  const study = await aReview()
  const content = async () => ({
    codings: await db().coding.findMany({ orderBy: { id: 'asc' } }),
    annotations: await db().annotation.findMany({ orderBy: { id: 'asc' } }),
  })
  const before = await content()
  await decideAs(study, 'lea', await firstCluster(study), { outcome: 'reject_all' })
  await goldOf(study)
  expect(await content()).toEqual(before)
})
