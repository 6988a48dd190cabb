import { v7 as newId } from 'uuid'
import type { AnnotationValue } from '@/lib/coding/annotation'
import type { DecideInput } from '@/lib/coding/review/decision'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { decide } from '@/lib/verbs/decisions'
import { setEligibility } from '@/lib/verbs/eligibility'
import { readGold } from '@/lib/verbs/gold'
import { readCluster } from '@/lib/verbs/review'
import { reopenCoding } from '@/lib/verbs/revisions'
import { aStudy, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { allOfReading, decideAs, decisionOn, firstCluster, letterWith, wholeQueue } from '../support/review'

withTestDatabase()

const people: Record<string, MemberRole[]> = {
  lea: ['lead'],
  adi: ['adjudicator'],
  vic: ['viewer'],
  ana: ['coder'],
  ben: ['coder'],
}

/** Ana calls the mayor a hero, Ben a villain; they agree on the tyrant. */
async function conflict(): Promise<TestStudy> {
  const study = await aStudy({ people })
  await study.save('ana', [putAnnotation(0, 15, 'hero'), putAnnotation(62, 68, 'villain')])
  await study.save('ben', [putAnnotation(0, 15, 'villain'), putAnnotation(62, 68, 'villain')])
  await study.submit('ana')
  await study.submit('ben')
  return study
}

/** The same cluster as it stands now. */
const again = (study: TestStudy, { id }: ClusterView, name = 'lea') =>
  readCluster(study.actor(name), { studyId: study.studyId, clusterId: id })

async function goldOf(study: TestStudy) {
  const { id } = await db().document.findFirstOrThrow({ where: { studyId: study.studyId } })
  return readGold(study.actor('lea'), { studyId: study.studyId, documentId: id })
}

/** Code and extent of each annotation of gold that was decided. */
async function decidedGold(study: TestStudy) {
  const { annotations } = await goldOf(study)
  return annotations.flatMap(({ value, decisionId, reading }) => {
    const [segment] = value.segments
    return decisionId === null ? [] : [[value.code, segment?.start, segment?.end, reading]]
  })
}

const written = (start: number, end: number, code: string, more: Partial<AnnotationValue> = {}): AnnotationValue => ({
  ...{ code, segments: [{ part: 'span', start, end }], attributes: { voice: 'author' }, note: '', unsure: false },
  ...{ touched: [], ...more },
})

/** Reopens a coding, changes it and submits it again. */
async function resubmit(study: TestStudy, name: string, change: () => Promise<unknown>, nothingToCode = false) {
  await reopenCoding(study.actor(name), { codingId: await study.codingId(name), reason: 'Sent back.' })
  await change()
  await study.submit(name, { nothingToCode })
}

describe('a decision', () => {
  it('accepts the annotations of one reading, with who decided, why and on what', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const accepted = allOfReading(cluster, letterWith(cluster, 'hero'))
    const { decision, next, left } = await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted })
    expect(decision).toMatchObject({
      ...{ outcome: 'accept', method: 'arbiter', by: 'adi', byCodedDocument: false, namesHidden: true },
      ...{ cause: 'slip', rationale: 'By rule B2.', supersedes: null, batchId: null, accepted },
    })
    expect({ next, left }).toEqual({ next: null, left: 0 })
    expect(await decidedGold(study)).toEqual([['hero', 0, 15, null]])
    expect(await again(study, cluster)).toMatchObject({ state: 'decided', decision: { id: decision.id } })
    const row = await db().decision.findUniqueOrThrow({ where: { id: decision.id } })
    expect(row).toMatchObject({ types: ['D3'], codebookVersion: '1.0.0', family: 'character', kind: 'spans' })
    expect(row.inputRevisions).toEqual([
      { codingId: await study.codingId('ana'), coder: 'C04', revision: 0 },
      { codingId: await study.codingId('ben'), coder: 'C05', revision: 0 },
    ])
  })

  it('can be that nobody is right: rejecting is possible, and completes the unit', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    await decideAs(study, 'adi', cluster, { outcome: 'reject_all' })
    expect(await decidedGold(study)).toEqual([])
    expect((await again(study, cluster)).state).toBe('decided')
    expect((await wholeQueue(study)).total).toBe(0)
  })

  it('can accept nothing of a document: accepting nothing completes the unit', async () => {
    const study = await aStudy({ people })
    await study.annotate('ana', 0, 15, 'hero')
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    const whether = await firstCluster(study, 'lea', { kind: 'eligibility' })
    await decideAs(study, 'lea', whether, { outcome: 'accept', eligibility: 'nothing' })
    expect(await goldOf(study)).toMatchObject({ annotations: [], eligibility: 'nothing', open: 0 })
    expect((await wholeQueue(study)).left).toBe(0)
  })

  it('can merge stacked annotations: two of one coder on the same words become one', async () => {
    const study = await aStudy({ people })
    await study.save('ana', [
      putAnnotation(0, 15, 'hero', { attributes: { voice: 'author', target: 'Tarn' } }),
      putAnnotation(0, 15, 'hero', { attributes: { voice: 'quoted', target: 'Tarn' } }),
    ])
    await study.annotate('ben', 0, 15, 'hero', { attributes: { voice: 'author', target: 'Tarn' } })
    for (const name of ['ana', 'ben']) await study.submit(name)
    const cluster = await firstCluster(study)
    const anas = cluster.readings.find(({ annotations }) => annotations.length === 2)
    const accepted = allOfReading(cluster, anas?.letter ?? '')
    expect(accepted).toHaveLength(2)
    const annotations = [written(0, 15, 'hero', { attributes: { voice: 'author', target: 'Tarn' } })]
    await decideAs(study, 'lea', cluster, { outcome: 'merge', accepted, annotations })
    expect(await decidedGold(study)).toEqual([['hero', 0, 15, null]])
  })

  it('can keep stacked annotations: both of one coder on the same words stay two', async () => {
    const study = await aStudy({ people })
    await study.save('ana', [putAnnotation(0, 15, 'hero'), putAnnotation(0, 15, 'villain')])
    await study.annotate('ben', 0, 15, 'hero')
    for (const name of ['ana', 'ben']) await study.submit(name)
    const cluster = await firstCluster(study)
    const accepted = allOfReading(cluster, letterWith(cluster, 'villain'))
    await decideAs(study, 'lea', cluster, { outcome: 'accept', accepted })
    expect((await decidedGold(study)).map(([code]) => code).sort()).toEqual(['hero', 'villain'])
  })

  it('can accept annotations of several readings, and what they have alike once', async () => {
    const study = await aStudy({ people })
    await study.save('ana', [putAnnotation(0, 15, 'hero'), putAnnotation(0, 15, 'villain')])
    await study.annotate('ben', 0, 15, 'hero')
    for (const name of ['ana', 'ben']) await study.submit(name)
    const cluster = await firstCluster(study)
    const accepted = [...allOfReading(cluster, 'A'), ...allOfReading(cluster, 'B')]
    await decideAs(study, 'lea', cluster, { outcome: 'accept', accepted })
    expect((await decidedGold(study)).map(([code]) => code).sort()).toEqual(['hero', 'villain'])
  })

  it('can keep both readings', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    await decideAs(study, 'lea', cluster, { outcome: 'keep_both', cause: 'double_reading' })
    const expected = [letterWith(cluster, 'hero'), letterWith(cluster, 'villain')]
    const gold = await decidedGold(study)
    expect(gold.map(([code]) => code).sort()).toEqual(['hero', 'villain'])
    expect(gold.find(([code]) => code === 'hero')?.[3]).toBe(expected[0])
    expect(gold.find(([code]) => code === 'villain')?.[3]).toBe(expected[1])
  })

  it('can write a new annotation that is neither', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const annotations = [written(6, 21, 'figure', { attributes: {} })]
    await decideAs(study, 'lea', cluster, { outcome: 'write_new', annotations })
    expect(await decidedGold(study)).toEqual([['figure', 6, 21, null]])
  })

  it('takes the names of entities that the lead approved', async () => {
    const study = await aStudy({ people })
    await study.annotate('ana', 0, 15, 'hero', { attributes: { voice: 'author', target: 'the mayor' } })
    await study.annotate('ben', 0, 15, 'hero', { attributes: { voice: 'quoted', target: 'Ilse Tarn' } })
    for (const name of ['ana', 'ben']) await study.submit(name)
    const entity = { id: newId(), studyId: study.studyId, kind: 'person' as const }
    const name = (folded: string, isCanonical: boolean) => {
      return { studyId: study.studyId, folded, name: isCanonical ? 'Ilse Tarn' : folded, isCanonical }
    }
    await db().entity.create({ data: entity })
    for (const own of [name('ilse tarn', true), name('the mayor', false)]) {
      await db().entityName.create({ data: { ...own, entityId: entity.id } })
    }
    const cluster = await firstCluster(study)
    const anas = cluster.readings.find(({ annotations }) => annotations[0]?.attributes.target === 'the mayor')
    const { decision } = await decideAs(study, 'lea', cluster, {
      outcome: 'accept',
      accepted: allOfReading(cluster, anas?.letter ?? ''),
    })
    expect(decision.gold.annotations[0]?.value.attributes).toEqual({ voice: 'author', target: 'Ilse Tarn' })
  })

  it('sends a cluster back to its coders, and is stale as soon as one of them changed it', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    await decideAs(study, 'lea', cluster, { outcome: 'send_back', cause: null, rationale: 'Who is praised?' })
    const sentBack = await again(study, cluster)
    expect(sentBack).toMatchObject({ state: 'sent_back', decision: { rationale: 'Who is praised?' } })
    expect(await decidedGold(study)).toEqual([])
    const [own] = await db().annotation.findMany({ where: { codingId: await study.codingId('ben'), start: 0 } })
    await resubmit(study, 'ben', () =>
      study.save('ben', [putAnnotation(0, 15, 'hero', { id: own?.id ?? '', baseVersion: 1 })]),
    )
    expect(await again(study, cluster)).toMatchObject({ state: 'stale', types: [] })
  })

  it('on an answer makes one answer gold, another one, none, or both', async () => {
    const study = await aStudy({ people })
    const answer = (value: string) => ({
      ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
      ...{ op: 'put' as const, kind: 'variable' as const, value: { variable: 'genre', value } },
    })
    await study.save('ana', [answer('news')])
    await study.save('ben', [answer('opinion')])
    for (const name of ['ana', 'ben']) await study.submit(name, { nothingToCode: true })
    const outcomes: [Partial<DecideInput> & Pick<DecideInput, 'outcome'>, unknown[]][] = [
      [{ outcome: 'accept', value: 'news' }, ['news']],
      [{ outcome: 'write_new', value: 'opinion' }, ['opinion']],
      [{ outcome: 'reject_all' }, []],
      [{ outcome: 'keep_both' }, ['news', 'opinion']],
    ]
    const { id } = await firstCluster(study)
    for (const [input, expected] of outcomes) {
      const cluster = await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: id })
      await decideAs(study, 'lea', cluster, input)
      expect((await goldOf(study)).answers.map(({ value }) => value).sort()).toEqual(expected)
    }
    expect((await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: id })).history).toHaveLength(4)
  })

  it('on eligibility leaves a document out', async () => {
    const study = await aStudy({ people })
    await study.annotate('ana', 0, 15, 'hero')
    await study.submit('ana')
    const codingId = await study.codingId('ben')
    await setEligibility(study.actor('ben'), { codingId, eligible: false, reason: 'An advert.' })
    const cluster = await firstCluster(study)
    await decideAs(study, 'lea', cluster, { outcome: 'accept', eligibility: 'not_eligible' })
    expect(await goldOf(study)).toMatchObject({ eligibility: 'not_eligible', annotations: [], open: 0 })
  })

  it('that a document holds nothing makes its spans void, until it is taken back', async () => {
    const study = await aStudy({ people })
    await study.save('ana', [putAnnotation(0, 15, 'hero'), putAnnotation(22, 44, 'hero')])
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    const cluster = await firstCluster(study, 'lea', { kind: 'eligibility' })
    expect((await wholeQueue(study)).left).toBe(3)
    await decideAs(study, 'lea', cluster, { outcome: 'accept', eligibility: 'nothing' })
    expect((await wholeQueue(study)).left).toBe(0)
    expect(await goldOf(study)).toMatchObject({ eligibility: 'nothing', open: 0 })
    await decideAs(study, 'lea', await again(study, cluster), { outcome: 'withdraw' })
    expect((await wholeQueue(study)).entries.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
    await decideAs(study, 'lea', await again(study, cluster), { outcome: 'accept', eligibility: 'code' })
    expect((await wholeQueue(study)).left).toBe(2)
  })

  it('on a void cluster changes nothing about its being void, and is not what its gold rests on', async () => {
    const study = await aStudy({ people })
    await study.save('ana', [putAnnotation(0, 15, 'hero')])
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    const spans = await firstCluster(study, 'lea', { kind: 'spans' })
    const { decision: sentBack } = await decideAs(study, 'lea', spans, { outcome: 'send_back', cause: null })
    const whether = await firstCluster(study, 'lea', { kind: 'eligibility' })
    const { decision } = await decideAs(study, 'lea', whether, { outcome: 'accept', eligibility: 'nothing' })
    const own = await again(study, spans)
    expect(own).toMatchObject({ state: 'decided', decision: { id: decision.id } })
    await expect(decideAs(study, 'lea', own, { outcome: 'withdraw' })).rejects.toMatchObject({ code: 'invalid' })
    await decideAs(study, 'lea', { ...own, decision: sentBack }, { outcome: 'withdraw' })
    expect(await again(study, spans)).toMatchObject({ state: 'decided', decision: { id: decision.id } })
    await decideAs(study, 'lea', await again(study, spans), { outcome: 'send_back', cause: null })
    expect((await wholeQueue(study)).left).toBe(0)
    expect(await db().cluster.findUniqueOrThrow({ where: { id: spans.id } })).toMatchObject({
      ...{ state: 'decided', cause: null, decisionId: decision.id },
    })
    expect(await goldOf(study)).toMatchObject({ eligibility: 'nothing', open: 0 })
  })

  it('flags an adjudicator who coded the document', async () => {
    const study = await conflict()
    const roles: MemberRole[] = ['coder', 'adjudicator']
    await db().membership.update({ where: { id: await study.membershipId('ana') }, data: { roles } })
    const { decision } = await decideAs(study, 'ana', await firstCluster(study, 'ana'), { outcome: 'reject_all' })
    expect(decision.byCodedDocument).toBe(true)
  })

  it('goes on to the next cluster under the same filters, and from the last to the first that is left', async () => {
    const study = await aStudy({ people, texts: [harbourText, `${harbourText} More.`] })
    for (const document of [1, 2]) {
      await study.save('ana', [putAnnotation(0, 15, 'hero'), putAnnotation(22, 44, 'hero')], document)
      await study.save('ben', [putAnnotation(0, 15, 'villain'), putAnnotation(22, 44, 'villain')], document)
      for (const name of ['ana', 'ben']) await study.submit(name, { document })
    }
    const filters = { document: 'D0002' }
    const first = await firstCluster(study, 'lea', filters)
    expect(first).toMatchObject({ start: 0, left: 2, previousId: null })
    const second = (await decideAs(study, 'lea', first, { outcome: 'reject_all' }, filters)).next
    expect(second).toMatchObject({ start: 22, document: { number: 2 }, left: 1, nextId: null })
    if (!second) throw new Error('There is no next cluster.')
    expect(await decideAs(study, 'lea', second, { outcome: 'reject_all' }, filters)).toMatchObject({
      next: null,
      left: 0,
    })
    const last = (await wholeQueue(study)).entries.at(-1)
    const view = await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: last?.id ?? '' })
    const done = await decideAs(study, 'lea', view, { outcome: 'reject_all' })
    expect(done).toMatchObject({ left: 1, next: { start: 0, document: { number: 1 } } })
  })
})

describe('a replay', () => {
  it('is answered as the first time and decides nothing again', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const input = {
      ...decisionOn(cluster, { outcome: 'reject_all' }),
      studyId: study.studyId,
      clusterId: cluster.id,
      filters: {},
    }
    const first = await decide(study.actor('adi'), input)
    expect(await decide(study.actor('adi'), input)).toEqual(first)
    expect(await db().decision.count()).toBe(1)
  })

  it('that says something else is a conflict', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const accepted = allOfReading(cluster, 'A')
    const id = newId()
    const { decision } = await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted, id })
    const others = [
      { outcome: 'reject_all' },
      { outcome: 'accept', accepted: allOfReading(cluster, 'B') },
      { outcome: 'accept', accepted, rationale: 'Another reason.' },
      { outcome: 'accept', accepted, cause: 'rule_gap' },
      { outcome: 'accept', accepted, method: 'expert' },
      { outcome: 'write_new', annotations: [written(0, 15, 'villain')] },
    ] as const
    for (const { accepted: members = [], ...other } of others.map((one) => ({
      accepted: [],
      annotations: [],
      ...one,
    }))) {
      const replay = decideAs(study, 'adi', cluster, {
        ...{ ...other, annotations: [...other.annotations], accepted: [...members], id },
      })
      await expect(replay).rejects.toMatchObject({ code: 'conflict' })
    }
    expect((await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted, id })).decision).toEqual(decision)
    expect(await db().decision.count()).toBe(1)
  })

  it('of what a reviewer wrote is answered as the first time', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const annotations = [written(0, 15, 'villain')]
    const input = { outcome: 'write_new' as const, annotations, id: newId() }
    const { decision } = await decideAs(study, 'adi', cluster, input)
    expect((await decideAs(study, 'adi', cluster, input)).decision).toEqual(decision)
  })

  it('is answered also when its cluster is gone', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const input = {
      ...decisionOn(cluster, { outcome: 'reject_all' }),
      studyId: study.studyId,
      clusterId: cluster.id,
      filters: {},
    }
    const { decision } = await decide(study.actor('adi'), input)
    await resubmit(study, 'ana', async () => {
      await study.annotate('ana', 10, 21, 'villain')
    })
    await wholeQueue(study)
    expect((await decide(study.actor('adi'), input)).decision).toEqual(decision)
  })

  it('of a decision that was superseded is a conflict that shows what is in force', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const input = { outcome: 'reject_all' as const, id: newId() }
    await decideAs(study, 'adi', cluster, input)
    const { decision } = await decideAs(study, 'lea', await again(study, cluster), { outcome: 'keep_both' })
    const replay = decideAs(study, 'adi', cluster, input)
    await expect(replay).rejects.toMatchObject({ code: 'conflict', current: { id: decision.id, by: 'lea' } })
    expect(await db().decision.count()).toBe(2)
  })

  it('of a decision that was taken back is a conflict: it would be in force for nobody but who sent it', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const input = { outcome: 'reject_all' as const, id: newId() }
    const back = { outcome: 'withdraw' as const, cause: null, rationale: '', id: newId() }
    await decideAs(study, 'adi', cluster, input)
    const decided = await again(study, cluster)
    await decideAs(study, 'adi', decided, back)
    await expect(decideAs(study, 'adi', cluster, input)).rejects.toMatchObject({ code: 'conflict', current: null })
    await decideAs(study, 'adi', decided, back)
    expect((await again(study, cluster)).state).toBe('open')
    await decideAs(study, 'adi', cluster, { ...input, id: newId() })
    expect((await again(study, cluster)).state).toBe('decided')
  })

  it('of an id that was given to something else is a conflict that shows nothing', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const { decision } = await decideAs(study, 'adi', cluster, { outcome: 'reject_all' })
    const other = decideAs(study, 'lea', await again(study, cluster), { outcome: 'keep_both', id: decision.id })
    await expect(other).rejects.toMatchObject({ code: 'conflict', current: undefined })
  })
})

describe('two adjudicators at once', () => {
  it('the second is shown the first’s decision, and nothing is overwritten', async () => {
    const study = await conflict()
    const [ofLea, ofAdi] = [await firstCluster(study, 'lea'), await firstCluster(study, 'adi')]
    const { decision } = await decideAs(study, 'adi', ofAdi, { outcome: 'reject_all', rationale: 'Neither.' })
    const late = decideAs(study, 'lea', ofLea, { outcome: 'keep_both' })
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      current: { id: decision.id, by: 'adi', outcome: 'reject_all', rationale: 'Neither.' },
    })
    expect(await db().decision.count()).toBe(1)
    const seen = await again(study, ofLea)
    const { decision: second } = await decideAs(study, 'lea', seen, { outcome: 'keep_both' })
    expect(second.supersedes).toBe(decision.id)
    expect((await again(study, ofLea)).history.map(({ by }) => by)).toEqual(['lea', 'adi'])
  })

  it('of several in the same moment exactly one is the first', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const tries = ['lea', 'adi', 'lea', 'adi'].map((name) => decideAs(study, name, cluster, { outcome: 'reject_all' }))
    const results = await Promise.allSettled(tries)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
    }
    expect(await db().decision.count()).toBe(1)
  })
})

describe('a changed input', () => {
  it('makes a decision stale, and brings the cluster back', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const { decision } = await decideAs(study, 'lea', cluster, { outcome: 'keep_both' })
    const [own] = await db().annotation.findMany({ where: { codingId: await study.codingId('ben'), start: 0 } })
    await resubmit(study, 'ben', () =>
      study.save('ben', [putAnnotation(0, 14, 'villain', { id: own?.id ?? '', baseVersion: 1 })]),
    )
    const { entries } = await wholeQueue(study)
    expect(entries.map(({ id, state }) => [id, state])).toEqual([[cluster.id, 'stale']])
    expect(await decidedGold(study)).toEqual([])
    const stale = await again(study, cluster)
    expect(stale).toMatchObject({ state: 'stale', decision: { id: decision.id } })
    await decideAs(study, 'lea', stale, { outcome: 'reject_all' })
    expect((await again(study, cluster)).state).toBe('decided')
  })

  it('refuses a decision on what it was before', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const [own] = await db().annotation.findMany({ where: { codingId: await study.codingId('ben'), start: 0 } })
    await resubmit(study, 'ben', () =>
      study.save('ben', [putAnnotation(0, 14, 'villain', { id: own?.id ?? '', baseVersion: 1 })]),
    )
    const late = decideAs(study, 'lea', cluster, { outcome: 'reject_all' })
    await expect(late).rejects.toMatchObject({ code: 'conflict', current: null })
    expect(await db().decision.count()).toBe(0)
  })

  it('leaves a cluster decided that its coder did not touch when submitting again', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    await decideAs(study, 'lea', cluster, { outcome: 'reject_all' })
    await resubmit(study, 'ben', () => study.annotate('ben', 37, 44, 'hero'))
    const { entries } = await wholeQueue(study, 'lea', { state: 'all' })
    expect(entries.map(({ state, types }) => [state, types.join()])).toEqual([
      ['decided', 'D3'],
      ['open', 'D1'],
    ])
  })

  it('of annotations that grow into another cluster takes the decision along as a stale one', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const { decision } = await decideAs(study, 'lea', cluster, { outcome: 'reject_all' })
    await resubmit(study, 'ana', () => study.annotate('ana', 10, 21, 'villain'))
    const { entries } = await wholeQueue(study)
    expect(entries.map(({ state }) => state)).toEqual(['stale'])
    expect(entries[0]?.id).not.toBe(cluster.id)
    const grown = await firstCluster(study)
    expect(grown.decision?.id).toBe(decision.id)
    const { decision: next } = await decideAs(study, 'lea', grown, { outcome: 'reject_all' })
    expect(next.supersedes).toBe(decision.id)
  })
})

describe('a decision taken back', () => {
  it('opens the cluster again, and can be followed by another', async () => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    await decideAs(study, 'lea', cluster, { outcome: 'reject_all' })
    await decideAs(study, 'adi', await again(study, cluster), { outcome: 'withdraw', cause: null, rationale: '' })
    const open = await again(study, cluster)
    expect(open).toMatchObject({ state: 'open', decision: null })
    expect(open.history.map(({ outcome }) => outcome)).toEqual(['withdraw', 'reject_all'])
    expect((await wholeQueue(study)).entries[0]).toMatchObject({ state: 'open', cause: null })
    await decideAs(study, 'lea', open, { outcome: 'keep_both' })
    expect((await again(study, cluster)).state).toBe('decided')
  })

  it('has to be one that was made', async () => {
    const study = await conflict()
    const taken = decideAs(study, 'lea', await firstCluster(study), { outcome: 'withdraw' })
    await expect(taken).rejects.toMatchObject({ code: 'invalid', fields: { outcome: expect.any(String) } })
  })
})

describe('a decision is refused', () => {
  const wrong: [string, (cluster: ClusterView) => Partial<DecideInput> & Pick<DecideInput, 'outcome'>, string][] = [
    ['without the cause', () => ({ outcome: 'reject_all', cause: null }), 'cause'],
    ['on a conflict of codes without the rationale', () => ({ outcome: 'reject_all', rationale: '' }), 'rationale'],
    ['that sends back without the reason', () => ({ outcome: 'send_back', rationale: '' }), 'rationale'],
    ['that accepts nothing', () => ({ outcome: 'accept' }), 'accepted'],
    [
      'that accepts another reading’s annotation',
      (cluster) => {
        const [other] = allOfReading(cluster, 'A')
        return { outcome: 'accept', accepted: [{ reading: 'B', annotationId: other?.annotationId ?? '' }] }
      },
      'accepted.0',
    ],
    [
      'that names one annotation twice',
      (cluster) => ({ outcome: 'accept', accepted: [...allOfReading(cluster, 'A'), ...allOfReading(cluster, 'A')] }),
      'accepted.1',
    ],
    [
      'that rejects all and accepts one',
      (cluster) => ({ outcome: 'reject_all', accepted: allOfReading(cluster, 'A') }),
      'accepted',
    ],
    ['that writes nothing', () => ({ outcome: 'write_new' }), 'annotations'],
    [
      'that merges one annotation',
      (cluster) => ({ outcome: 'merge', accepted: allOfReading(cluster, 'A'), annotations: [written(0, 15, 'hero')] }),
      'accepted',
    ],
    [
      'that writes an unknown code',
      () => ({ outcome: 'write_new', annotations: [written(0, 15, 'saint')] }),
      'annotations.0.code',
    ],
    [
      'that writes beyond the text',
      () => ({ outcome: 'write_new', annotations: [written(0, 5000, 'hero')] }),
      'annotations.0.segments.0',
    ],
    [
      'that writes outside the passage',
      () => ({ outcome: 'write_new', annotations: [written(37, 44, 'hero')] }),
      'annotations.0.segments',
    ],
    [
      'that writes an unknown value',
      () => ({ outcome: 'write_new', annotations: [written(0, 15, 'hero', { attributes: { voice: 'nobody' } })] }),
      'annotations.0.attributes.voice',
    ],
    ['that answers a question', () => ({ outcome: 'reject_all', value: 'news' }), 'value'],
    ['that says something of eligibility', () => ({ outcome: 'reject_all', eligibility: 'nothing' }), 'eligibility'],
    ['by a consensus that there is not', () => ({ outcome: 'reject_all', method: 'consensus' }), 'method'],
    ['by a majority of two', () => ({ outcome: 'reject_all', method: 'majority' }), 'method'],
  ]

  it.each(wrong)('%s', async (_, input, field) => {
    const study = await conflict()
    const cluster = await firstCluster(study)
    const refused = decideAs(study, 'lea', cluster, input(cluster))
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } })
    expect(await db().decision.count()).toBe(0)
  })

  it('that writes an annotation without what a coder would have to fill in', async () => {
    const { smallCodebook } = await import('../support/builders')
    const target = { label: 'Target', type: 'entity_ref' as const, required: true }
    const attributes = { ...smallCodebook.attributes, target: { ...smallCodebook.attributes.target, ...target } }
    const study = await aStudy({ people, codebook: { ...smallCodebook, attributes } as typeof smallCodebook })
    const given = { attributes: { voice: 'author', target: 'Tarn' } }
    await study.annotate('ana', 0, 15, 'hero', given)
    await study.annotate('ben', 0, 15, 'villain', given)
    for (const name of ['ana', 'ben']) await study.submit(name)
    const refused = decideAs(study, 'lea', await firstCluster(study), {
      outcome: 'write_new',
      annotations: [written(0, 15, 'hero')],
    })
    await expect(refused).rejects.toMatchObject({ fields: { 'annotations.0.attributes.target': expect.any(String) } })
  })

  it('on a cluster of another study', async () => {
    const [study, other] = [await conflict(), await conflict()]
    const refused = decideAs(study, 'lea', await firstCluster(other), { outcome: 'reject_all' })
    await expect(refused).rejects.toMatchObject({ code: 'not_found' })
  })
})
