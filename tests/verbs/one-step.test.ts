import { parse } from 'csv-parse/sync'
import { v7 as newId } from 'uuid'
import type { OneStep } from '@/lib/coding/review/one-step-rules'
import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { decideInOneStep, undoStep } from '@/lib/verbs/decisions'
import { setEligibility } from '@/lib/verbs/eligibility'
import { approveEntity, listEntities, renameEntity } from '@/lib/verbs/entities'
import { exportTable } from '@/lib/verbs/exports'
import { readGold } from '@/lib/verbs/gold'
import { readCluster } from '@/lib/verbs/review'
import { reopenCoding } from '@/lib/verbs/revisions'
import { aStudy, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { allOfReading, decideAs, firstCluster, wholeQueue } from '../support/review'

withTestDatabase()

const people: Record<string, MemberRole[]> = { lea: ['lead'], adi: ['adjudicator'], ana: ['coder'], ben: ['coder'] }

/** Of each text: a conflict, an article more or less, half of a span, a third of a span, and agreement. */
async function aReview(texts = [harbourText]): Promise<TestStudy> {
  const study = await aStudy({ people, texts })
  const spans = [
    ['ana', 0, 5, 'hero', 0, 5, 'villain'],
    ['ana', 22, 44, 'figure', 26, 44, 'figure'],
    ['ana', 46, 59, 'hero', 46, 53, 'hero'],
    ['ana', 60, 68, 'villain', 60, 62, 'villain'],
    ['ana', 6, 15, 'hero', 6, 15, 'hero'],
  ] as const
  for (const document of texts.map((_, index) => index + 1)) {
    const puts = (from: 1 | 4) =>
      spans.map((span) => putAnnotation(Number(span[from]), Number(span[from + 1]), String(span[from + 2])))
    await study.save('ana', puts(1), document)
    await study.save('ben', puts(4), document)
    for (const name of ['ana', 'ben']) await study.submit(name, { document })
  }
  return study
}

async function step(study: TestStudy, kind: OneStep, batchId = newId(), name = 'lea') {
  const { round } = await wholeQueue(study)
  return decideInOneStep(study.actor(name), { studyId: study.studyId, roundId: round.id, step: kind, batchId })
}

const undo = (study: TestStudy, batchId: string, newBatchId = newId(), name = 'lea') =>
  undoStep(study.actor(name), { studyId: study.studyId, batchId, newBatchId })

/** Codes and extents of gold with where each comes from, in the order of the text. */
async function goldOf(study: TestStudy) {
  const { id } = await db().document.findFirstOrThrow({ where: { studyId: study.studyId, number: 1 } })
  const { annotations } = await readGold(study.actor('lea'), { studyId: study.studyId, documentId: id })
  return annotations.map(({ value, provenance }) => {
    return [value.code, value.segments[0]?.start, value.segments[0]?.end, provenance]
  })
}

const statesOf = async (study: TestStudy) => {
  const agreed = await wholeQueue(study, 'lea', { state: 'all', type: 'agreed' })
  const others = await wholeQueue(study, 'lea', { state: 'all' })
  return [...others.entries, ...agreed.entries].map(({ types, state }) => `${types.join(' ') || 'agreed'} ${state}`)
}

/** Method and decision of every row of adjudications.csv, with whether it is in force. */
async function decisionsOf({ actor, studyId }: TestStudy) {
  let csv = ''
  for await (const piece of await exportTable(actor('lea'), { studyId, table: 'adjudications.csv' })) csv += piece
  const rows = parse(csv, { columns: true }) as Record<string, string>[]
  return rows.map(({ method, decision, in_force }) => [method, decision, in_force])
}

it('says beforehand how many clusters each step would decide', async () => {
  const study = await aReview()
  expect((await wholeQueue(study)).inOneStep).toEqual({ unanimous: 1, trivial: 1, half: 2 })
})

describe('accepting all on which everybody agrees', () => {
  it('decides them, nothing else, and marks them as unanimous', async () => {
    const study = await aReview([harbourText, `${harbourText} More.`])
    expect(await step(study, 'unanimous')).toEqual({ decisions: 2 })
    const queue = await wholeQueue(study)
    expect(queue).toMatchObject({ left: 8, inOneStep: { unanimous: 0 } })
    expect(queue.batches).toMatchObject([{ method: 'unanimous', rule: 'unanimous', decisions: 2, by: 'lea' }])
    const decisions = await db().decision.findMany()
    for (const decision of decisions) {
      expect(decision).toMatchObject({
        outcome: 'accept',
        method: 'unanimous',
        types: [],
        cause: null,
        supersedesId: null,
      })
    }
    expect(await goldOf(study)).toEqual([['hero', 6, 15, 'agreed']])
  })

  it('is undone in one step, but for what somebody decided since', async () => {
    const study = await aReview([harbourText, `${harbourText} More.`])
    const batchId = newId()
    await step(study, 'unanimous', batchId)
    const [first] = (await wholeQueue(study, 'lea', { state: 'decided', type: 'agreed' })).entries
    const cluster = await readCluster(study.actor('adi'), { studyId: study.studyId, clusterId: first?.id ?? '' })
    await decideAs(study, 'adi', cluster, { outcome: 'reject_all', cause: null, rationale: 'Not in the sample.' })
    expect(await undo(study, batchId)).toEqual({ decisions: 1 })
    const agreed = await wholeQueue(study, 'lea', { state: 'all', type: 'agreed' })
    expect(agreed.entries.map(({ id, state }) => [id === first?.id, state]).sort()).toEqual([
      [false, 'open'],
      [true, 'decided'],
    ])
    expect(agreed.batches).toEqual([])
  })

  it('can be done again after it was undone', async () => {
    const study = await aReview()
    for (const _ of [1, 2, 3]) {
      const batchId = newId()
      expect(await step(study, 'unanimous', batchId)).toEqual({ decisions: 1 })
      expect(await undo(study, batchId)).toEqual({ decisions: 1 })
    }
    expect(await step(study, 'unanimous')).toEqual({ decisions: 1 })
  })

  it('leaves void what a decision on the document made void, when it is undone', async () => {
    const study = await aStudy({ people: { ...people, cem: ['coder'] } })
    for (const name of ['ana', 'ben']) {
      await study.save(name, [putAnnotation(0, 15, 'hero'), putAnnotation(22, 44, 'figure')])
      await study.submit(name)
    }
    const codingId = await study.codingId('cem')
    await setEligibility(study.actor('cem'), { codingId, eligible: false, reason: 'An advert.' })
    const batchId = newId()
    expect(await step(study, 'unanimous', batchId)).toEqual({ decisions: 2 })
    const whether = await firstCluster(study, 'lea', { kind: 'eligibility' })
    const { decision } = await decideAs(study, 'lea', whether, { outcome: 'accept', eligibility: 'not_eligible' })
    expect((await decisionsOf(study)).map(([method, , inForce]) => [method, inForce])).toEqual([
      ['unanimous', '0'],
      ['unanimous', '0'],
      ['arbiter', '1'],
    ])
    expect(await undo(study, batchId)).toEqual({ decisions: 2 })
    for (const type of [undefined, 'agreed'] as const) {
      const { entries } = await wholeQueue(study, 'lea', { state: 'all', ...(type ? { type } : {}) })
      expect(entries.map(({ state }) => state)).toEqual(type ? ['decided', 'decided'] : ['decided'])
    }
    const gold = await readGold(study.actor('lea'), { studyId: study.studyId, documentId: whether.document.id })
    expect(gold).toMatchObject({ eligibility: 'not_eligible', annotations: [], open: 0 })
    const kept = await db().cluster.findMany({ where: { kind: 'spans' }, select: { cause: true, decisionId: true } })
    expect(kept).toEqual([1, 2].map(() => ({ cause: null, decisionId: decision.id })))
    expect(await decisionsOf(study)).toEqual([
      ...[
        ['unanimous', 'accept', '0'],
        ['unanimous', 'accept', '0'],
        ['arbiter', 'accept', '1'],
      ],
      ...[
        ['unanimous', 'withdraw', '0'],
        ['unanimous', 'withdraw', '0'],
      ],
    ])
  })

  it('leaves alone what somebody decided and what changed since; not what was only sent back', async () => {
    const study = await aReview()
    const conflict = await firstCluster(study)
    await decideAs(study, 'lea', conflict, { outcome: 'send_back', cause: null, rationale: 'Look again.' })
    const half = await firstCluster(study, 'lea', { type: 'D2b' })
    await decideAs(study, 'lea', half, { outcome: 'reject_all' })
    const codingId = await study.codingId('ben')
    const own = async (start: number) => db().annotation.findFirstOrThrow({ where: { codingId, start } })
    const [first, longer] = [await own(0), await own(half.start)]
    await reopenCoding(study.actor('ben'), { codingId, reason: 'Sent back.' })
    await study.save('ben', [
      putAnnotation(0, 5, 'hero', { id: first.id, baseVersion: 1 }),
      putAnnotation(half.start, half.end, half.codes[0] ?? '', { id: longer.id, baseVersion: 1 }),
    ])
    await study.submit('ben')
    expect((await wholeQueue(study)).inOneStep.unanimous).toBe(2)
    expect(await step(study, 'unanimous')).toEqual({ decisions: 2 })
    expect(await statesOf(study)).toEqual(expect.arrayContaining(['agreed decided', 'agreed decided', 'agreed stale']))
  })
})

it('decides again in one step what it decided before names changed', async () => {
  const study = await aStudy({ people })
  const given = { attributes: { voice: 'author', target: 'Tarn' } }
  for (const name of ['ana', 'ben']) {
    await study.annotate(name, 0, 15, 'hero', given)
    await study.annotate(name, 22, 44, 'hero', given)
    await study.submit(name)
  }
  const { actor, studyId } = study
  await approveEntity(actor('lea'), { studyId, name: 'Tarn', kind: 'person' })
  const [own] = (await wholeQueue(study, 'lea', { type: 'agreed' })).entries
  const cluster = await readCluster(actor('lea'), { studyId, clusterId: own?.id ?? '' })
  const accepted = allOfReading(cluster, 'A')
  await decideAs(study, 'lea', cluster, { outcome: 'accept', accepted, cause: null })
  expect(await step(study, 'unanimous')).toEqual({ decisions: 1 })
  const entityId = (await listEntities(actor('lea'), { studyId })).approved[0]?.id ?? ''
  await renameEntity(actor('lea'), { studyId, entityId, name: 'Ilse Tarn', kind: 'person' })
  expect(await statesOf(study)).toEqual(['agreed stale', 'agreed stale'])
  expect((await wholeQueue(study)).inOneStep.unanimous).toBe(1)
  expect(await step(study, 'unanimous')).toEqual({ decisions: 1 })
  const after = await wholeQueue(study, 'lea', { state: 'all', type: 'agreed' })
  expect(after.entries.map(({ id, state }) => [id === cluster.id, state]).sort()).toEqual([
    [false, 'decided'],
    [true, 'stale'],
  ])
})

describe('deciding by a rule', () => {
  it('takes the longest span where boundaries differ trivially, marked as by that rule', async () => {
    const study = await aReview()
    expect(await step(study, 'trivial')).toEqual({ decisions: 1 })
    const [decision] = await db().decision.findMany()
    expect(decision).toMatchObject({ method: 'rule', types: ['D2a'], outcome: 'accept' })
    expect(decision?.rationale).toMatch(/^Rule: /)
    expect((await wholeQueue(study)).batches).toMatchObject([{ method: 'rule', rule: 'trivial' }])
    expect(await goldOf(study)).toContainEqual(['figure', 22, 44, 'adjudicated'])
  })

  it('of half of the text takes no span that shares less, and no other kind of conflict', async () => {
    const study = await aReview()
    expect(await step(study, 'half')).toEqual({ decisions: 2 })
    expect((await statesOf(study)).sort()).toEqual(['D2a decided', 'D2b decided', 'D2b open', 'D3 open', 'agreed open'])
    expect(await goldOf(study)).toContainEqual(['hero', 46, 58, 'adjudicated'])
  })

  it('is undone in one step', async () => {
    const study = await aReview()
    const batchId = newId()
    const before = await statesOf(study)
    await step(study, 'half', batchId)
    expect(await undo(study, batchId, newId(), 'adi')).toEqual({ decisions: 2 })
    expect(await statesOf(study)).toEqual(before)
    expect((await wholeQueue(study)).inOneStep).toEqual({ unanimous: 1, trivial: 1, half: 2 })
  })
})

describe('a replay', () => {
  it('of a step or of its undoing is answered as the first time', async () => {
    const study = await aReview()
    const [batchId, newBatchId] = [newId(), newId()]
    expect(await step(study, 'half', batchId)).toEqual({ decisions: 2 })
    expect(await step(study, 'half', batchId)).toEqual({ decisions: 2 })
    expect(await db().decision.count()).toBe(2)
    expect(await undo(study, batchId, newBatchId)).toEqual({ decisions: 2 })
    expect(await undo(study, batchId, newBatchId)).toEqual({ decisions: 2 })
    expect(await db().decision.count()).toBe(4)
  })

  it('under the same id of another step is a conflict', async () => {
    const study = await aReview()
    const batchId = newId()
    await step(study, 'half', batchId)
    await expect(step(study, 'trivial', batchId)).rejects.toMatchObject({ code: 'conflict' })
    await undo(study, batchId)
    await expect(undo(study, batchId)).rejects.toMatchObject({ code: 'conflict' })
    await expect(undo(study, newId())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('two at once decide everything once', async () => {
    const study = await aReview([harbourText, `${harbourText} More.`])
    const { round } = await wholeQueue(study)
    const input = { studyId: study.studyId, roundId: round.id, step: 'unanimous' as const }
    const both = await Promise.all([
      decideInOneStep(study.actor('lea'), { ...input, batchId: newId() }),
      decideInOneStep(study.actor('adi'), { ...input, batchId: newId() }),
    ])
    expect(both.map(({ decisions }) => decisions).sort()).toEqual([0, 2])
  })
})

it('decides nothing on an input that has changed since the clusters were made', async () => {
  const study = await aReview()
  await wholeQueue(study)
  const codingId = await study.codingId('ben')
  const agreed = await db().annotation.findFirstOrThrow({ where: { codingId, start: 6 } })
  await reopenCoding(study.actor('ben'), { codingId, reason: 'Misread.' })
  await study.save('ben', [putAnnotation(6, 15, 'villain', { id: agreed.id, baseVersion: 1 })])
  await study.submit('ben')
  const { id: roundId } = await db().round.findFirstOrThrow({ where: { studyId: study.studyId } })
  const input = { studyId: study.studyId, roundId, step: 'unanimous' as const, batchId: newId() }
  expect(await decideInOneStep(study.actor('lea'), input)).toEqual({ decisions: 0 })
})

it('flags the documents that who takes the step coded too', async () => {
  const study = await aReview()
  await db().membership.update({ where: { id: await study.membershipId('ana') }, data: { roles: ['coder', 'lead'] } })
  await step(study, 'unanimous', newId(), 'ana')
  expect(await db().decision.findMany({ select: { arbiterCoded: true } })).toEqual([{ arbiterCoded: true }])
})
