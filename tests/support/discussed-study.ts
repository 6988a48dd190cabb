import { v7 as newId } from 'uuid'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { postComment, readThread } from '@/lib/verbs/discussions'
import { releaseRound } from '@/lib/verbs/rounds'
import { aStudy, type TestStudy } from './builders'
import { allOfReading, decideAs, firstCluster, letterWith, wholeQueue } from './review'

/** A study whose coders differ, and what it takes until they may discuss it and read decisions. */

const people: Record<string, MemberRole[]> = {
  lea: ['lead'],
  adi: ['adjudicator'],
  vic: ['viewer'],
  ana: ['coder'],
  ben: ['coder'],
}

interface Differing {
  people?: Record<string, MemberRole[]>
  texts?: string[]
}

const oneText = 'Mayor Ilse Tarn saved the harbour of Ostmole. Critics call her a tyrant and a thief.'

/** In each text Ana sees a hero where Ben sees a villain; both see a villain later. Nothing is submitted yet. */
export async function differingStudy(options: Differing = {}): Promise<TestStudy> {
  const texts = options.texts ?? [oneText]
  const study = await aStudy({ people: { ...people, ...options.people }, texts })
  for (const [index] of texts.entries()) {
    const document = index + 1
    await study.annotate('ana', 0, 15, 'hero', { document })
    await study.annotate('ben', 0, 15, 'villain', { document })
    for (const name of ['ana', 'ben']) await study.annotate(name, 65, 71, 'villain', { document })
  }
  return study
}

export async function submitAll(study: TestStudy, names = ['ana', 'ben']): Promise<void> {
  const documents = await db().document.count({ where: { studyId: study.studyId } })
  for (const name of names)
    for (let document = 1; document <= documents; document += 1) await study.submit(name, { document })
}

export async function roundIdOf({ studyId }: TestStudy): Promise<string> {
  return (await db().round.findFirstOrThrow({ where: { studyId }, orderBy: { number: 'asc' } })).id
}

export async function documentIdOf({ studyId }: TestStudy, number = 1): Promise<string> {
  return (await db().document.findUniqueOrThrow({ where: { studyId_number: { studyId, number } } })).id
}

export async function release(study: TestStudy, released = true): Promise<void> {
  await releaseRound(study.actor('lea'), { studyId: study.studyId, roundId: await roundIdOf(study), released })
}

/** Everything submitted, and open to coders. */
export async function openStudy(options: Differing = {}): Promise<TestStudy> {
  const study = await differingStudy(options)
  await submitAll(study)
  await release(study)
  return study
}

/** The cluster in which they differ. */
export function disputed(study: TestStudy, document = 1): Promise<ClusterView> {
  return firstCluster(study, 'adi', { document: `D${String(document).padStart(4, '0')}` })
}

/** Decides for Ben, with this reason. */
export async function decideForBen(study: TestStudy, rationale = 'A title is no deed.', document = 1): Promise<void> {
  const cluster = await disputed(study, document)
  const accepted = allOfReading(cluster, letterWith(cluster, 'villain'))
  await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted, cause: 'rule_misread', rationale })
}

/** Accepts one by one what coders agree on. */
export async function acceptAgreed(study: TestStudy): Promise<void> {
  while ((await wholeQueue(study, 'adi', { type: 'agreed' })).entries.length > 0) {
    const cluster = await firstCluster(study, 'adi', { type: 'agreed' })
    const accepted = allOfReading(cluster, cluster.readings[0]?.letter ?? '')
    await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted, cause: null, rationale: '' })
  }
}

export function say(study: TestStudy, name: string, clusterId: string, text: string, id = newId()) {
  return postComment(study.actor(name), { studyId: study.studyId, subject: 'cluster', clusterId, id, text })
}

export function threadOf(study: TestStudy, name: string, clusterId: string) {
  return readThread(study.actor(name), { studyId: study.studyId, subject: 'cluster', clusterId })
}
