import { v7 as newId } from 'uuid'
import { db, transaction } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { addAlias, approveEntity, listEntities } from '@/lib/verbs/entities'
import { readCluster } from '@/lib/verbs/review'
import { reopenCoding } from '@/lib/verbs/revisions'
import { keepClusters, makeClusters } from '@/lib/verbs/steps/review/make-clusters'
import { readReviewability } from '@/lib/verbs/steps/review/reviewable-documents'
import { readReviewVersions } from '@/lib/verbs/steps/review/reviewed-documents'
import { aStudy, harbourText, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { decideAs, firstCluster, queueOf, wholeQueue } from '../support/review'

// Clusters are a cache: whoever reads has them made anew, and nothing that was decided depends on it.

withTestDatabase()

const people: Record<string, MemberRole[]> = { lea: ['lead'], adi: ['adjudicator'], ana: ['coder'], ben: ['coder'] }
const texts = Array.from({ length: 8 }, (_, i) => `${harbourText} Number ${i}.`)

async function aReview(target = { ana: 'Ilse Tarn', ben: 'Ilse Tarn' }): Promise<TestStudy> {
  const study = await aStudy({ people, texts })
  for (const document of texts.map((_, index) => index + 1)) {
    for (const name of ['ana', 'ben'] as const) {
      const attributes = { voice: name === 'ana' ? 'author' : 'quoted', target: target[name] }
      await study.annotate(name, 0, 15, 'hero', { document, attributes })
      await study.submit(name, { document })
    }
  }
  return study
}

async function placeOf(study: TestStudy) {
  const round = await db().round.findFirstOrThrow({ where: { studyId: study.studyId } })
  return { studyId: study.studyId, roundId: round.id }
}

const clusters = () => db().cluster.findMany({ orderBy: { id: 'asc' } })

it('several servers that make the same clusters at once end with the same clusters', async () => {
  const study = await aReview()
  const place = await placeOf(study)
  const { stale } = await readReviewability(place)
  expect(stale).toHaveLength(8)
  const versions = await readReviewVersions(study.studyId)
  const server = async (documents: typeof stale) => {
    const made = await makeClusters(place, documents, versions)
    await transaction((tx) => keepClusters(tx, place, made))
  }
  await Promise.all([server(stale), server([...stale].reverse()), server(stale.slice(2, 6))])
  expect(await clusters()).toHaveLength(8)
  expect((await readReviewability(place)).stale).toEqual([])
})

it('clusters that took long to make take the place of no newer ones, and of none where a coder is waited for', async () => {
  const study = await aReview()
  const place = await placeOf(study)
  const versions = await readReviewVersions(study.studyId)
  const slow = await makeClusters(place, (await readReviewability(place)).stale, versions)
  const codingId = await study.codingId('ana', 1)
  await reopenCoding(study.actor('ana'), { codingId, reason: 'Misread.' })
  await study.annotate('ana', 22, 44, 'villain', { document: 1 })
  await study.submit('ana', { document: 1 })
  const coderId = await study.membershipId('adi')
  await db().membership.update({ where: { id: coderId }, data: { roles: ['adjudicator', 'coder'] } })
  const second = { id: await study.codingId('ben', 2) }
  const { documentId, codebookVersionId } = await db().coding.findUniqueOrThrow({ where: second })
  await db().coding.create({ data: { id: newId(), ...place, documentId, coderId, codebookVersionId, position: 1 } })
  await wholeQueue(study)
  const newer = await clusters()
  expect(newer.map(({ number }) => number).sort()).toEqual([1, 1, 3, 4, 5, 6, 7, 8])
  await transaction((tx) => keepClusters(tx, place, slow))
  expect(await clusters()).toEqual(newer)
  expect(await db().reviewedDocument.count()).toBe(7)
})

it('several readers at once wait for one making of the clusters', async () => {
  const study = await aReview()
  await Promise.all(['lea', 'adi', 'lea', 'adi'].map((name) => queueOf(study, name)))
  expect((await wholeQueue(study)).total).toBe(8)
})

it('decisions stay while clusters are made again, and are found by an emptied cache', async () => {
  const study = await aReview()
  const place = await placeOf(study)
  const cluster = await firstCluster(study)
  const versions = await readReviewVersions(study.studyId)
  const kept = await db().reviewedDocument.findMany({ select: { documentId: true, key: true } })
  const again = makeClusters(place, kept, versions).then((made) => transaction((tx) => keepClusters(tx, place, made)))
  await Promise.all([again, decideAs(study, 'adi', cluster, { outcome: 'reject_all' })])
  expect((await wholeQueue(study)).total).toBe(7)
  const before = await clusters()
  await db().$executeRaw`DELETE FROM "ReviewedDocument"`
  expect(await clusters()).toEqual([])
  expect((await wholeQueue(study)).total).toBe(7)
  expect(await clusters()).toEqual(before)
})

it('clusters are made by the names that the lead approves', async () => {
  const study = await aReview({ ana: 'Ilse Tarn', ben: 'the mayor' })
  const attributesOf = async () => {
    const { id } = await firstCluster(study, 'lea', { document: 'D0001' })
    const cluster = await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: id })
    return cluster.differences.map(({ attribute }) => attribute).sort()
  }
  expect(await attributesOf()).toEqual(['target', 'voice'])
  const { studyId } = study
  await approveEntity(study.actor('lea'), { studyId, name: 'Ilse Tarn', kind: 'person' })
  const [tarn] = (await listEntities(study.actor('lea'), { studyId })).approved
  await addAlias(study.actor('lea'), { studyId, entityId: tarn?.id ?? '', alias: 'the mayor' })
  expect(await attributesOf()).toEqual(['voice'])
})

it('a cluster is shown as it is now, also when the clusters of other documents are out of date', async () => {
  const study = await aReview()
  const { id } = await firstCluster(study)
  await db().reviewedDocument.updateMany({ data: { key: 'made by other code' } })
  await db().cluster.updateMany({ where: { id }, data: { types: ['D3'], severity: 0 } })
  const cluster = await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: id })
  expect(cluster.types).toEqual(['D4'])
})
