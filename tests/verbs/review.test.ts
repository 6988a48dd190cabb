import type { ReviewFilters } from '@/lib/coding/review/review-filters'
import { db, transaction } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { submitCoding } from '@/lib/verbs/codings'
import { decideEligibility, setEligibility } from '@/lib/verbs/eligibility'
import { readCluster } from '@/lib/verbs/review'
import { reopenCoding } from '@/lib/verbs/revisions'
import { assignEveryone } from '@/lib/verbs/steps/assignments'
import { insertMembership } from '@/lib/verbs/steps/memberships'
import { aPerson, aStudy, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { decideAs, firstCluster, queueOf, showNames, wholeQueue } from '../support/review'

withTestDatabase()

const people: Record<string, MemberRole[]> = {
  lea: ['lead'],
  adi: ['adjudicator'],
  vic: ['viewer'],
  ana: ['coder'],
  ben: ['coder'],
}

/** In each text Ana and Ben differ in code (0-15), in one boundary (16-45), and agree on the last words. */
async function aReview(texts = [harbourText]): Promise<TestStudy> {
  const study = await aStudy({ people, texts })
  for (const document of texts.map((_, index) => index + 1)) {
    const spans = [
      { ana: putAnnotation(0, 15, 'hero'), ben: putAnnotation(0, 15, 'villain') },
      { ana: putAnnotation(22, 44, 'figure'), ben: putAnnotation(22, 33, 'figure') },
      { ana: putAnnotation(62, 68, 'villain'), ben: putAnnotation(62, 68, 'villain') },
    ]
    await study.save(
      'ana',
      spans.map(({ ana }) => ana),
      document,
    )
    await study.save(
      'ben',
      spans.map(({ ben }) => ben),
      document,
    )
    await study.submit('ana', { document })
    await study.submit('ben', { document })
  }
  return study
}

const ids = async (study: TestStudy, filters: ReviewFilters = {}) =>
  (await wholeQueue(study, 'lea', filters)).entries.map(({ id }) => id)

describe('the queue', () => {
  it('has nothing of a document while anybody has still to submit it', async () => {
    const study = await aStudy({ people })
    await study.annotate('ana', 0, 15, 'hero')
    await study.submit('ana')
    const queue = await queueOf(study)
    expect(queue).toMatchObject({ entries: [], total: 0, left: 0, codes: [], documentsInIt: [] })
    expect(queue.documents).toEqual({ reviewable: 0, waiting: 1, all: 1 })
    expect(queue.round.isComplete).toBe(false)
  })

  it('has the hardest first, then by document and place, and leaves agreement out unless asked for', async () => {
    const study = await aReview([harbourText, `${harbourText} More.`])
    const { entries, left, total } = await wholeQueue(study)
    expect(entries.map(({ types, document, quote }) => [types.join(), document.number, quote])).toEqual([
      ['D3', 1, 'Mayor Ilse Tarn'],
      ['D3', 2, 'Mayor Ilse Tarn'],
      ['D2b', 1, 'the harbour of Ostmole'],
      ['D2b', 2, 'the harbour of Ostmole'],
    ])
    expect({ left, total }).toEqual({ left: 6, total: 4 })
    const agreed = await wholeQueue(study, 'lea', { type: 'agreed' })
    expect(agreed.entries.map(({ types, codes }) => [types, codes])).toEqual([
      [[], ['villain']],
      [[], ['villain']],
    ])
  })

  it('counts by each filter what the other filters leave', async () => {
    const study = await aReview()
    const all = await wholeQueue(study)
    expect(all.counts).toEqual({
      types: { D3: 1, D2b: 1, agreed: 1 },
      states: { open: 2 },
      codes: { hero: 1, villain: 1, figure: 1 },
      causes: {},
    })
    await decideAs(study, 'lea', await firstCluster(study, 'lea', { type: 'D3' }), { outcome: 'reject_all' })
    const figures = await wholeQueue(study, 'lea', { code: 'figure' })
    expect(figures).toMatchObject({ total: 1, left: 2 })
    expect(figures.counts).toEqual({
      types: { D2b: 1 },
      states: { open: 1 },
      codes: { figure: 1 },
      causes: {},
    })
    const decided = await wholeQueue(study, 'lea', { state: 'decided' })
    expect(decided.counts).toMatchObject({ states: { decided: 1, open: 1 }, causes: { slip: 1 }, types: { D3: 1 } })
  })

  it('is filtered by type, code, document, severity, cause, state, reviewer and kind', async () => {
    const study = await aReview([harbourText, `${harbourText} More.`])
    const [first, second, third, fourth] = (await wholeQueue(study)).entries
    expect(await ids(study, { type: 'D2b' })).toEqual([third?.id, fourth?.id])
    expect(await ids(study, { code: 'hero' })).toEqual([first?.id, second?.id])
    expect(await ids(study, { document: 'D0002' })).toEqual([second?.id, fourth?.id])
    expect(await ids(study, { document: first?.document.id })).toEqual([first?.id, third?.id])
    expect(await ids(study, { severity: 0 })).toEqual([first?.id, second?.id])
    expect(await ids(study, { kind: 'variable' })).toEqual([])
    expect(await ids(study, { assignee: 'nobody' })).toHaveLength(4)
    expect(await ids(study, { assignee: 'me' })).toEqual([])
    await decideAs(study, 'adi', await firstCluster(study), { outcome: 'reject_all', cause: 'rule_gap' })
    expect(await ids(study)).toEqual([second?.id, third?.id, fourth?.id])
    expect(await ids(study, { state: 'decided', cause: 'rule_gap' })).toEqual([first?.id])
    expect(await ids(study, { state: 'all', cause: 'slip' })).toEqual([])
    expect(await ids(study, { state: 'all' })).toHaveLength(4)
  })

  it('goes on page by page without leaving one out or giving one twice', async () => {
    const study = await aStudy({ people, texts: ['a '.repeat(130)] })
    const puts = Array.from({ length: 60 }, (_, i) => putAnnotation(4 * i, 4 * i + 1, 'hero'))
    await study.save('ana', puts)
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    const first = await wholeQueue(study, 'lea', { kind: 'spans' })
    expect(first).toMatchObject({ total: 60, left: 61 })
    expect(first.entries).toHaveLength(50)
    const second = await queueOf(study, 'lea', { kind: 'spans', after: first.next ?? '' })
    expect(second.next).toBeNull()
    const all = [...first.entries, ...second.entries]
    expect(new Set(all.map(({ id }) => id)).size).toBe(60)
    await expect(queueOf(study, 'lea', { after: 'nowhere' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { after: expect.any(String) },
    })
  })

  it('loses the documents that a new coder has still to submit, and what was decided on them is found again', async () => {
    const study = await aReview()
    await decideAs(study, 'lea', await firstCluster(study), { outcome: 'reject_all' })
    const kim = await aPerson('kim')
    await transaction((tx) => insertMembership(tx, { studyId: study.studyId, userId: kim.userId, roles: ['coder'] }))
    expect(await queueOf(study, 'lea', { state: 'all' })).toMatchObject({ entries: [], left: 0, documentsInIt: [] })
    expect(await db().cluster.count()).toBe(0)
    await db().membership.updateMany({ where: { userId: kim.userId }, data: { leftAt: new Date() } })
    const again = await wholeQueue(study, 'lea', { state: 'all' })
    expect(again.entries.map(({ state }) => state)).toEqual(['decided', 'open'])
  })

  it('waits neither for who left nor for who codes no longer, and compares what they submitted', async () => {
    const study = await aStudy({ people: { ...people, cas: ['coder'], dan: ['coder'] } })
    for (const name of ['ana', 'cas']) {
      await study.annotate(name, 0, 15, 'hero')
      await study.submit(name)
    }
    await db().membership.update({ where: { id: await study.membershipId('cas') }, data: { leftAt: new Date() } })
    await db().membership.update({ where: { id: await study.membershipId('dan') }, data: { leftAt: new Date() } })
    expect((await queueOf(study)).documents).toEqual({ reviewable: 0, waiting: 1, all: 1 })
    await db().membership.update({ where: { id: await study.membershipId('ben') }, data: { roles: ['viewer'] } })
    const queue = await wholeQueue(study, 'lea', { type: 'agreed' })
    expect(queue.documents).toEqual({ reviewable: 1, waiting: 0, all: 1 })
    expect(queue.entries).toHaveLength(1)
  })

  it('takes the newest submitted revision, and the one before it while a later one is open', async () => {
    const study = await aReview()
    const before = await ids(study)
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    expect(await ids(study)).toEqual(before)
    const [hero] = (
      await db().annotation.findMany({ where: { codingId: await study.codingId('ana'), start: 0 } })
    ).slice()
    const more = { id: hero?.id ?? '', baseVersion: hero?.version ?? 0 }
    await study.save('ana', [putAnnotation(0, 15, 'villain', more)])
    expect(await ids(study)).toEqual(before)
    await study.submit('ana')
    const queue = await wholeQueue(study)
    expect(queue.entries.map(({ types }) => types.join())).toEqual(['D2b'])
    expect(queue.revised).toBe(1)
  })

  it('asks about a document that somebody holds not eligible, until the lead confirms it', async () => {
    const study = await aStudy({ people: { ...people, cas: ['coder'] } })
    for (const name of ['ana', 'cas']) {
      await study.annotate(name, 0, 15, 'hero')
      await study.submit(name)
    }
    const codingId = await study.codingId('ben')
    await setEligibility(study.actor('ben'), { codingId, eligible: false, reason: 'An advert.' })
    const cluster = await firstCluster(study)
    expect(cluster).toMatchObject({ kind: 'eligibility', types: ['D8'] })
    expect(cluster.readings.flatMap(({ ineligible }) => ineligible ?? [])).toEqual(['An advert.'])
    await decideEligibility(study.actor('lea'), { studyId: study.studyId, codingId, decision: 'confirm' })
    const after = await wholeQueue(study, 'lea', { type: 'agreed' })
    expect(after.counts.types).toEqual({ agreed: 1 })
  })

  it('has a question for what coders answer differently about the document', async () => {
    const study = await aStudy({ people })
    const answer = (value: string) => ({
      ...{ mutationId: crypto.randomUUID(), id: crypto.randomUUID(), baseVersion: 0 },
      ...{ op: 'put' as const, kind: 'variable' as const, value: { variable: 'genre', value } },
    })
    await study.save('ana', [answer('news')])
    await study.save('ben', [answer('opinion')])
    for (const name of ['ana', 'ben']) await study.submit(name, { nothingToCode: true })
    const { entries } = await wholeQueue(study)
    expect(entries).toMatchObject([{ kind: 'variable', variable: 'genre', types: ['D4'], quote: '' }])
    const cluster = await firstCluster(study)
    expect(cluster.readings.map(({ answer: given }) => given).sort()).toEqual(['news', 'opinion'])
  })

  it('is of one round, unless said the last that holds anything to review', async () => {
    const study = await aReview()
    const { studyId } = study
    const first = await db().round.findFirstOrThrow({ where: { studyId } })
    await db().round.create({
      data: {
        ...{ id: crypto.randomUUID(), studyId, number: 2, title: 'Second', purpose: 'main' },
        ...{ plan: { design: 'everyone' }, codebookVersionId: first.codebookVersionId },
      },
    })
    await transaction((tx) => assignEveryone(tx, studyId))
    const second = { round: { number: 2 }, documents: { waiting: 1 } }
    expect(await queueOf(study, 'lea', { round: 2 })).toMatchObject(second)
    expect(await queueOf(study)).toMatchObject({ round: { number: 1 }, total: 2 })
    const submitSecond = async (name: string) => {
      const where = { studyId, coderId: await study.membershipId(name), round: { is: { number: 2 } } }
      const { id: codingId } = await db().coding.findFirstOrThrow({ where })
      await submitCoding(study.actor(name), { codingId, nothingToCode: true })
    }
    await submitSecond('ana')
    expect(await queueOf(study)).toMatchObject({ round: { number: 1 } })
    await submitSecond('ben')
    expect(await queueOf(study)).toMatchObject({ round: { number: 2 }, documents: { reviewable: 1 } })
    expect(await wholeQueue(study, 'lea', { round: 1 })).toMatchObject({ round: { number: 1 }, total: 2 })
    await expect(queueOf(study, 'lea', { round: 7 })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('offers the last fifty steps for many clusters to be taken back', async () => {
    const study = await aReview()
    const { studyId } = study
    const { id: roundId } = await db().round.findFirstOrThrow({ where: { studyId } })
    const memberId = await study.membershipId('lea')
    await db().reviewStep.createMany({
      data: Array.from({ length: 52 }, (_, second) => ({
        ...{ id: crypto.randomUUID(), studyId, roundId, memberId, step: 'trivial', decisions: second },
        at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
      })),
    })
    const { batches } = await queueOf(study)
    expect(batches.map(({ decisions }) => decisions)).toEqual(Array.from({ length: 50 }, (_, place) => 51 - place))
  })

  it('is computed in the background when it takes long, and says how far it is', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `${harbourText} Number ${i}.`)
    const study = await aReview(texts)
    const queue = await wholeQueue(study)
    expect(queue.documents.reviewable).toBe(40)
    expect(queue.total).toBe(80)
    await db().reviewedDocument.updateMany({ data: { key: 'made by other code' } })
    const first = await queueOf(study)
    if (first.computing) expect(first.computing.of).toBe(40)
    expect((await wholeQueue(study)).total).toBe(80)
    const keys = await db().reviewedDocument.findMany({ select: { key: true } })
    expect(keys.filter(({ key }) => !/^[0-9a-f]{64}$/.test(key))).toEqual([])
  })
})

describe('names', () => {
  it('of who coded are nowhere in a cluster or the queue while they are hidden: neither name, pseudonym nor id', async () => {
    const study = await aReview()
    const traces = [
      ...['ana', 'ben', 'C04', 'C05', await study.membershipId('ana'), await study.membershipId('ben')],
      ...[await study.codingId('ana'), await study.codingId('ben')],
      ...[study.actor('ana').userId, study.actor('ben').userId, study.actor('ana').email],
    ]
    const cluster = await firstCluster(study)
    const decided = await decideAs(study, 'adi', cluster, {
      ...{ outcome: 'keep_both', rationale: 'Both can be meant.' },
    })
    const again = await readCluster(study.actor('lea'), { studyId: study.studyId, clusterId: cluster.id })
    const queue = await wholeQueue(study, 'lea', { state: 'all' })
    for (const answer of [cluster, decided, again, queue]) {
      const json = JSON.stringify(answer)
      expect(traces.filter((trace) => new RegExp(`\\b${trace}\\b`).test(json))).toEqual([])
    }
    expect(again.decision).toMatchObject({ participants: [], namesHidden: true })
    expect(again.decision?.gold.annotations.map(({ coders, reading }) => [coders, reading])).toEqual([
      [['A'], 'A'],
      [['B'], 'B'],
    ])
  })

  it('are shown to reviewers when the lead switches them on, and filter the queue', async () => {
    const study = await aReview()
    const pair = 'C04 C05'
    await expect(queueOf(study, 'lea', { pair })).rejects.toMatchObject({
      code: 'invalid',
      fields: { pair: expect.any(String) },
    })
    await showNames(study)
    const queue = await wholeQueue(study, 'lea', { pair })
    expect(queue).toMatchObject({ pairs: [pair], total: 2 })
    expect(await wholeQueue(study, 'lea', { pair: 'C01 C05' })).toMatchObject({ total: 0 })
    const { readings } = await firstCluster(study, 'adi')
    expect(readings.map(({ coder }) => coder).sort((a, b) => (String(a?.name) < String(b?.name) ? -1 : 1))).toEqual([
      { pseudonym: 'C04', name: 'ana' },
      { pseudonym: 'C05', name: 'ben' },
    ])
    const ofViewer = await firstCluster(study, 'vic')
    expect(ofViewer.readings.map(({ coder }) => coder?.name).sort()).toEqual(['C04', 'C05'])
  })
})

describe('a cluster', () => {
  it('is read with its text, the codebook of the round, every reading and its neighbours in the queue', async () => {
    const study = await aReview()
    const [first, second] = (await wholeQueue(study)).entries
    const cluster = await readCluster(study.actor('vic'), { studyId: study.studyId, clusterId: second?.id ?? '' })
    expect(cluster).toMatchObject({
      ...{ kind: 'spans', family: 'character', codes: ['figure'], types: ['D2b'], state: 'open', start: 22, end: 44 },
      ...{ previousId: first?.id, nextId: first?.id, left: 2, codedByReader: false, decision: null },
      ...{ may: { decide: false, manage: false }, document: { text: harbourText, number: 1 } },
      ...{ codebook: { version: '1.0.0' }, round: { showNames: false, isComplete: true } },
    })
    expect(cluster.readings.map(({ letter }) => letter)).toEqual(['A', 'B'])
    expect(cluster.differences).toMatchObject([{ type: 'D2b', readings: expect.arrayContaining(['A', 'B']) }])
    // Both coders' annotations are partners, named as the readings are.
    const both = cluster.readings.map(({ letter, annotations: [own] }) => ({ reading: letter, annotationId: own?.id }))
    expect(cluster.rows).toHaveLength(1)
    expect(cluster.rows[0]).toEqual(expect.arrayContaining(both))
  })

  it('that is not there, or of another study, is not found', async () => {
    const [study, other] = [await aReview(), await aReview()]
    const { id } = await firstCluster(other)
    for (const clusterId of [id, crypto.randomUUID()]) {
      const asked = readCluster(study.actor('lea'), { studyId: study.studyId, clusterId })
      await expect(asked).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('is not found any more while its document waits for a coder', async () => {
    const study = await aReview()
    const { id: clusterId } = await firstCluster(study)
    await db().membership.update({ where: { id: await study.membershipId('vic') }, data: { roles: ['coder'] } })
    await transaction((tx) => assignEveryone(tx, study.studyId))
    const asked = readCluster(study.actor('lea'), { studyId: study.studyId, clusterId })
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says that the reader coded the document too', async () => {
    const study = await aReview()
    await db().membership.update({
      where: { id: await study.membershipId('ana') },
      data: { roles: ['coder', 'adjudicator'] },
    })
    expect((await firstCluster(study, 'ana')).codedByReader).toBe(true)
    expect((await firstCluster(study, 'adi')).codedByReader).toBe(false)
  })
})
