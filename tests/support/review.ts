import { v7 as newId } from 'uuid'
import type { DecideInput } from '@/lib/coding/review/decision'
import type { ReviewFilters } from '@/lib/coding/review/review-filters'
import type { ClusterView, ReviewQueue } from '@/lib/coding/review/review-view'
import { db } from '@/lib/db'
import { decide } from '@/lib/verbs/decisions'
import { readCluster, readReviewQueue } from '@/lib/verbs/review'
import type { TestStudy } from './builders'

/** The review of a test study, as a reviewer works in it. */

export function queueOf(study: TestStudy, name = 'lea', filters: ReviewFilters & { after?: string } = {}) {
  return readReviewQueue(study.actor(name), { studyId: study.studyId, ...filters })
}

/** The queue once every cluster is made. */
export async function wholeQueue(study: TestStudy, name = 'lea', filters: ReviewFilters = {}): Promise<ReviewQueue> {
  for (;;) {
    const queue = await queueOf(study, name, filters)
    if (queue.computing === null) return queue
  }
}

/** The first cluster of the queue. */
export async function firstCluster(study: TestStudy, name = 'lea', filters: ReviewFilters = {}): Promise<ClusterView> {
  const { entries } = await wholeQueue(study, name, filters)
  const [first] = entries
  if (!first) throw new Error('The queue is empty.')
  return readCluster(study.actor(name), { studyId: study.studyId, clusterId: first.id, ...filters })
}

/** A decision on the cluster as this view shows it. */
export function decisionOn(
  { inputKey, decision }: Pick<ClusterView, 'inputKey' | 'decision'>,
  more: Partial<DecideInput> & Pick<DecideInput, 'outcome'>,
): DecideInput {
  return {
    ...{ id: newId(), inputKey, supersedes: decision?.id ?? null, method: 'arbiter', accepted: [], annotations: [] },
    ...{ value: null, eligibility: null, participants: [], cause: 'slip', rationale: 'By rule B2.' },
    ...more,
  }
}

export function decideAs(
  study: TestStudy,
  name: string,
  cluster: Pick<ClusterView, 'id' | 'inputKey' | 'decision'>,
  more: Partial<DecideInput> & Pick<DecideInput, 'outcome'>,
  filters: ReviewFilters = {},
) {
  const input = { ...decisionOn(cluster, more), studyId: study.studyId, clusterId: cluster.id, filters }
  return decide(study.actor(name), input)
}

/** All annotations of the reading with this letter, as accepting names them. */
export function allOfReading({ readings }: ClusterView, letter: string): DecideInput['accepted'] {
  const reading = readings.find((one) => one.letter === letter)
  return (reading?.annotations ?? []).map(({ id }) => ({ reading: letter, annotationId: id }))
}

/** The letter of the reading that has an annotation with this code. */
export function letterWith({ readings }: ClusterView, code: string): string {
  const found = readings.find(({ annotations }) => annotations.some((annotation) => annotation.code === code))
  if (!found) throw new Error(`No reading has ${code}.`)
  return found.letter
}

/** The lead lets reviewers see who coded what. */
export async function showNames(study: TestStudy): Promise<void> {
  const rounds = await db().round.findMany({ where: { studyId: study.studyId } })
  for (const { id, plan } of rounds) {
    await db().round.update({ where: { id }, data: { plan: { ...(plan as object), showNames: true } } })
  }
}
