import { v7 as newId } from 'uuid'
import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { decide, decideInOneStep, undoStep } from '@/lib/verbs/decisions'
import { exportTable } from '@/lib/verbs/exports'
import { readGold } from '@/lib/verbs/gold'
import { readCluster, readReviewQueue } from '@/lib/verbs/review'
import { assignReview } from '@/lib/verbs/review-assignments'
import { reopenCoding } from '@/lib/verbs/revisions'
import type { Actor } from '@/lib/verbs/steps/authorize'
import { aStudy, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { decideAs, decisionOn, firstCluster, wholeQueue } from '../support/review'

// Who still codes sees nothing of the review, and nobody sees anything of a document that somebody has still to submit.

withTestDatabase()

const people: Record<string, MemberRole[]> = {
  lea: ['lead'],
  kim: ['lead', 'coder'],
  adi: ['adjudicator', 'coder'],
  vic: ['viewer'],
  ana: ['coder'],
}

const secret = 'Vexillum Prado'

/** Text 1 is submitted by all; text 2 by all but those who are named. */
async function aReview(stillCoding: string[]): Promise<TestStudy> {
  const study = await aStudy({ people, texts: [harbourText, `${harbourText} A second text.`] })
  for (const name of ['kim', 'adi', 'ana']) {
    await study.annotate(name, 0, 15, name === 'ana' ? 'hero' : 'villain')
    await study.submit(name)
    const attributes = { voice: 'author', target: secret }
    await study.annotate(name, 22, name === 'ana' ? 44 : 33, 'hero', { document: 2, attributes })
    if (!stillCoding.includes(name)) await study.submit(name, { document: 2 })
  }
  return study
}

/** Every way into the review, as this person takes it. */
async function ways(study: TestStudy, actor: Actor): Promise<Record<string, () => Promise<unknown>>> {
  const { studyId } = study
  const cluster = await firstCluster(study, 'lea')
  const document = await db().document.findFirstOrThrow({ where: { studyId, number: 1 } })
  const round = await db().round.findFirstOrThrow({ where: { studyId } })
  const tables = ['disagreements.csv', 'adjudications.csv', 'gold.csv', 'gold_variables.csv', 'gold_documents.csv']
  return {
    queue: () => readReviewQueue(actor, { studyId }),
    cluster: () => readCluster(actor, { studyId, clusterId: cluster.id }),
    decision: () =>
      decide(actor, {
        ...{ studyId, clusterId: cluster.id, filters: {} },
        ...decisionOn(cluster, { outcome: 'send_back' }),
      }),
    step: () => decideInOneStep(actor, { studyId, roundId: round.id, step: 'half', batchId: newId() }),
    undo: () => undoStep(actor, { studyId, batchId: newId(), newBatchId: newId() }),
    shares: () => assignReview(actor, { studyId, roundId: round.id, assignees: [] }),
    gold: () => readGold(actor, { studyId, documentId: document.id }),
    ...Object.fromEntries(tables.map((table) => [table, () => exportTable(actor, { studyId, table })])),
  }
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: { code?: string }) => error.code ?? error,
  )

describe.each(['kim', 'adi'])('a reviewer who still codes (%s)', (name) => {
  it('is let into no part of the review', async () => {
    const study = await aReview([name])
    for (const [way, call] of Object.entries(await ways(study, study.actor(name)))) {
      expect([way, await codeOf(call())]).toEqual([way, 'forbidden'])
    }
  })

  it('is let in with everything submitted, and kept out again while one is reopened', async () => {
    const study = await aReview([])
    expect(await codeOf(readReviewQueue(study.actor(name), { studyId: study.studyId }))).toBe('answered')
    await reopenCoding(study.actor(name), { codingId: await study.codingId(name), reason: 'Misread.' })
    for (const [way, call] of Object.entries(await ways(study, study.actor(name)))) {
      expect([way, await codeOf(call())]).toEqual([way, 'forbidden'])
    }
  })
})

it('a coder is let into no part of the review, also with everything submitted', async () => {
  const study = await aReview([])
  for (const [way, call] of Object.entries(await ways(study, study.actor('ana')))) {
    expect([way, await codeOf(call())]).toEqual([way, 'forbidden'])
  }
})

describe('a document that somebody has still to submit', () => {
  /** Every id and word that only the second text and its codings have. */
  async function tracesOf(study: TestStudy): Promise<string[]> {
    const document = await db().document.findFirstOrThrow({ where: { studyId: study.studyId, number: 2 } })
    const codings = await db().coding.findMany({ where: { documentId: document.id }, include: { annotations: true } })
    const ids = codings.flatMap(({ id, annotations }) => [id, ...annotations.map((annotation) => annotation.id)])
    return [...ids, document.id, document.title, 'A second text', secret, 'D0002', 'Text 2']
  }

  async function answers(study: TestStudy): Promise<Record<string, string>> {
    const lea = study.actor('lea')
    const { studyId } = study
    const cluster = await firstCluster(study)
    const found: Record<string, unknown> = { cluster }
    found.queue = await wholeQueue(study, 'lea', { state: 'all' })
    found.agreed = await wholeQueue(study, 'lea', { state: 'all', type: 'agreed' })
    found['queue of it'] = await readReviewQueue(lea, { studyId, document: 'D0002', state: 'all' })
    found.decision = await decideAs(study, 'lea', cluster, { outcome: 'reject_all' })
    for (const table of ['disagreements.csv', 'adjudications.csv', 'gold.csv', 'gold_documents.csv']) {
      let csv = ''
      for await (const piece of await exportTable(lea, { studyId, table })) csv += piece
      found[table] = csv
    }
    return Object.fromEntries(Object.entries(found).map(([what, answer]) => [what, JSON.stringify(answer)]))
  }

  it('is nowhere in the review: no id, title or word of it, nor a count', async () => {
    const study = await aReview(['ana'])
    const traces = await tracesOf(study)
    for (const [what, answer] of Object.entries(await answers(study))) {
      expect([what, traces.filter((trace) => answer.includes(trace))]).toEqual([what, []])
    }
    expect(await db().cluster.count({ where: { number: 2 } })).toBe(0)
  })

  it('has neither gold nor a cluster that can be decided', async () => {
    const study = await aReview([])
    const { entries } = await wholeQueue(study, 'lea', { document: 'D0002' })
    const [entry] = entries
    const cluster = await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: entry?.id ?? '' })
    const zoe = await db().membership.findUniqueOrThrow({ where: { id: await study.membershipId('vic') } })
    await db().membership.update({ where: { id: zoe.id }, data: { roles: ['viewer', 'coder'] } })
    const { roundId, codebookVersionId } = await db().coding.findFirstOrThrow({ where: { studyId: study.studyId } })
    await db().coding.create({
      data: {
        ...{ id: newId(), studyId: study.studyId, roundId, documentId: entry?.document.id ?? '' },
        ...{ coderId: zoe.id, codebookVersionId, position: 1 },
      },
    })
    expect(await codeOf(decideAs(study, 'lea', cluster, { outcome: 'reject_all' }))).toBe('not_found')
    const asked = { studyId: study.studyId, documentId: entry?.document.id ?? '' }
    expect(await codeOf(readGold(study.actor('lea'), asked))).toBe('not_found')
    expect(await db().decision.count()).toBe(0)
  })

  it('that is only in somebody’s open later revision shows what was submitted before, and nothing of the work', async () => {
    const study = await aReview([])
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'A slip of Ana’s.' })
    await study.save('ana', [putAnnotation(16, 21, 'hero', { attributes: { voice: 'author', target: 'Orsa Quell' } })])
    for (const answer of Object.values(await answers(study))) expect(answer).not.toMatch(/Orsa Quell|A slip of Ana/)
  })
})
