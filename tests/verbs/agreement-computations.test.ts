import type { ChildProcess } from 'node:child_process'
import { v7 as newId } from 'uuid'
import { endComputing } from '@/lib/computing/computing-process'
import { db } from '@/lib/db'
import { cancelAgreement, readAgreement } from '@/lib/verbs/agreement'
import { beginComputation } from '@/lib/verbs/steps/begin-computation'
import { claimComputation } from '@/lib/verbs/steps/computation-rows'
import { stopJobs } from '@/lib/verbs/steps/running-jobs'
import { chooseSample } from '@/lib/verbs/steps/sample-choice'
import { readSampleOverview } from '@/lib/verbs/steps/sample-overview'
import { agreementOf, rowOf } from '../support/agreement'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const ask = (study: TestStudy, more: object = {}) =>
  readAgreement(study.actor('lea'), { studyId: study.studyId, replicates: 20, ...more })

const report = (study: TestStudy, more: object = {}) => agreementOf(study, { replicates: 20, ...more })

const computations = () => db().agreementComputation.findMany()

/** When the statistics of each document were computed, by document number. */
async function computedAt(): Promise<Record<number, number>> {
  const rows = await db().documentStatistics.findMany({ include: { document: { select: { number: true } } } })
  return Object.fromEntries(rows.map((row) => [row.document.number, row.computedAt.getTime()]))
}

/** Three documents, all submitted by Ana and Ben, and not by Cas. */
async function codedStudy(): Promise<TestStudy> {
  const people = { lea: ['lead'], ana: ['coder'], ben: ['coder'], cas: ['coder'] } as const
  const study = await aStudy({
    people: Object.fromEntries(Object.entries(people).map(([name, roles]) => [name, [...roles]])),
    texts: ['Tarn came. Ruk left.', 'Tarn went home. Ruk stayed there.', 'Nobody came. Tarn sang.'],
  })
  for (const document of [1, 2, 3]) {
    await study.annotate('ana', 0, 4, 'hero', { document })
    await study.submit('ana', { document })
    if (document === 1) await study.annotate('ben', 0, 4, 'hero', { document })
    await study.submit('ben', { document, nothingToCode: document !== 1 })
  }
  return study
}

/** The only computation, as if another server worked on it. */
async function atAnotherServer(study: TestStudy, secondsSilent: number): Promise<string> {
  await report(study)
  const heartbeatAt = new Date(Date.now() - secondsSilent * 1000)
  const running = { state: 'running', report: null, finishedAt: null, heartbeatAt, startedAt: heartbeatAt } as const
  await db().agreementComputation.updateMany({ data: running })
  const [row] = await computations()
  return row?.id ?? ''
}

describe('the cache', () => {
  it('answers who asks the same again, with the figures of then', async () => {
    const study = await codedStudy()
    const first = await report(study)
    expect(await report(study)).toEqual(first)
    expect(await computations()).toHaveLength(1)
  })

  it('has a report of its own for each way to ask', async () => {
    const study = await codedStudy()
    const [sentences, tokens] = [await report(study), await report(study, { unit: 'token' })]
    expect(rowOf(tokens, 'hero').units).toBeGreaterThan(rowOf(sentences, 'hero').units)
    expect(await computations()).toHaveLength(2)
    expect(tokens.fingerprint).toBe(sentences.fingerprint)
  })

  it('compares only the document that changed', async () => {
    const study = await codedStudy()
    const before = await report(study)
    const times = await computedAt()
    await study.annotate('cas', 0, 4, 'hero', { document: 2 })
    await study.submit('cas', { document: 2 })
    const after = await report(study)
    const later = await computedAt()
    expect(Object.keys(later)).toEqual(['1', '2', '3'])
    expect(later).toMatchObject({ 1: times[1], 3: times[3] })
    expect(later[2]).toBeGreaterThan(times[2] ?? 0)
    expect(rowOf(after, 'hero').values).toBe(rowOf(before, 'hero').values + 2)
    expect(after.fingerprint).not.toBe(before.fingerprint)
  })

  it('is not even read for documents that the computing process still knows', async () => {
    const study = await codedStudy()
    const first = await report(study)
    await db().documentStatistics.updateMany({ data: { statistics: 'spoilt' } })
    await db().agreementComputation.deleteMany()
    expect({ ...(await report(study)), computedAt: first.computedAt }).toEqual(first)
    expect(await db().documentStatistics.count({ where: { statistics: 'spoilt' } })).toBe(3)
  })

  it('may be emptied at any time', async () => {
    const study = await codedStudy()
    const first = await report(study)
    await db().agreementComputation.deleteMany()
    await db().documentStatistics.deleteMany()
    expect({ ...(await report(study)), computedAt: first.computedAt }).toEqual(first)
  })

  it.each([
    ['half of a row', '{"documentId":"D0001","coders":'],
    ['a row of nothing', 'null'],
    ['a row without figures', '{"documentId":"D0001","coders":["C02","C03"]}'],
    ['a text', 'hello'],
  ])('computes anew what it finds spoilt: %s', async (_, statistics) => {
    const study = await codedStudy()
    const first = await report(study)
    await db().documentStatistics.updateMany({ where: { document: { is: { number: 1 } } }, data: { statistics } })
    await db().agreementComputation.deleteMany()
    await endComputing()
    expect({ ...(await report(study)), computedAt: first.computedAt }).toEqual(first)
    expect(await db().documentStatistics.count({ where: { statistics } })).toBe(0)
  })

  it('computes a spoilt report anew', async () => {
    const study = await codedStudy()
    const first = await report(study)
    await db().agreementComputation.updateMany({ data: { report: '{"report":{' } })
    expect({ ...(await report(study)), computedAt: first.computedAt }).toEqual(first)
  })

  it('reads what it says of very many documents only for who asks for all of them', async () => {
    const study = await codedStudy()
    const { byDocument } = await report(study)
    const all = [...byDocument, ...byDocument].map((row, i) => ({ ...row, documentId: `D000${i + 1}` }))
    await db().agreementComputation.updateMany({ data: { byDocument: JSON.stringify(all) } })
    expect((await report(study)).byDocument).toEqual(all)
    const shown = await ask(study, { documents: 'least agreed' })
    expect(shown.state === 'done' && shown.report.byDocument).toEqual(byDocument)
  })

  it('computes anew what it cannot read of the documents', async () => {
    const study = await codedStudy()
    const first = await report(study)
    await db().agreementComputation.updateMany({ data: { byDocument: '[{' } })
    expect({ ...(await report(study)), computedAt: first.computedAt }).toEqual(first)
  })

  it('says after the second time that what it stores cannot be read, and stays with that', async () => {
    const study = await codedStudy()
    await db().$executeRawUnsafe(`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW."report" IS NOT NULL THEN NEW."report" := '{"report":{'; END IF; RETURN NEW; END $$`)
    await db().$executeRawUnsafe(`CREATE TRIGGER spoil BEFORE UPDATE ON "AgreementComputation"
      FOR EACH ROW EXECUTE FUNCTION spoil()`)
    try {
      const failed = await ask(study, { patienceMs: 20_000, again: '1' })
      expect(failed).toMatchObject({ state: 'failed', computation: { error: expect.stringMatching(/cannot be read/) } })
      expect(await ask(study)).toEqual(failed)
    } finally {
      await db().$executeRawUnsafe('DROP FUNCTION spoil() CASCADE')
    }
    expect((await report(study, { again: '1' })).header.documents).toBe(3)
  })

  it('takes nothing from another document’s row', async () => {
    const study = await codedStudy()
    const first = await report(study)
    const [, second] = await db().documentStatistics.findMany({ orderBy: { document: { number: 'asc' } } })
    await db().documentStatistics.updateMany({ data: { statistics: second?.statistics ?? '' } })
    await db().agreementComputation.deleteMany()
    await endComputing()
    expect({ ...(await report(study)), computedAt: first.computedAt }).toEqual(first)
  })
})

describe('a computation', () => {
  it('is shared by readers who come at the same time', async () => {
    const study = await codedStudy()
    const [one, two, three] = await Promise.all([report(study), report(study), report(study)])
    expect(two).toEqual(one)
    expect(three).toEqual(one)
    expect(await computations()).toHaveLength(1)
  })

  it('is begun for who does not wait, says what it does, and goes on', async () => {
    const study = await codedStudy()
    const answer = await ask(study, { patienceMs: 0 })
    expect(answer).toMatchObject({ state: 'running', computation: { progress: 0, error: null } })
    expect((await report(study)).header.documents).toBe(3)
  })

  it('is not begun from other codings than those it was asked about', async () => {
    const { studyId } = await codedStudy()
    const choice = await chooseSample(studyId, {})
    const overview = { ...(await readSampleOverview(choice)), digest: '0'.repeat(64) }
    const request = { coders: overview.coders, unit: 'sentence', seed: 1, codingsOfOtherVersions: 0 } as const
    expect(await beginComputation({ choice, overview, request, key: '0'.repeat(64) })).toBe(false)
    expect(await computations()).toEqual([])
  })

  it('of another server is waited for, not begun twice', async () => {
    const study = await codedStudy()
    const id = await atAnotherServer(study, 5)
    expect(await ask(study)).toMatchObject({ state: 'running', computation: { id } })
  })

  it('of another server is looked at now and then, and keeps nothing else waiting', async () => {
    const study = await codedStudy()
    await atAnotherServer(study, 0)
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 10)
    await ask(study, { patienceMs: 1000 })
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(20)
  })

  it('is left to others when the server stops', async () => {
    const study = await codedStudy()
    expect(await ask(study, { patienceMs: 0, replicates: 10_000 })).toMatchObject({ state: 'running' })
    await stopJobs()
    expect(await computations()).toEqual([])
  })

  it('stays cancelled when the server stops in that moment', async () => {
    const study = await codedStudy()
    expect(await ask(study, { patienceMs: 0, replicates: 10_000 })).toMatchObject({ state: 'running' })
    await db().agreementComputation.updateMany({ data: { state: 'cancelled', finishedAt: new Date() } })
    await stopJobs()
    expect(await computations()).toMatchObject([{ state: 'cancelled' }])
  })

  it('that its server left is taken over by the next reader', async () => {
    const study = await codedStudy()
    const id = await atAnotherServer(study, 30)
    expect((await report(study)).header.documents).toBe(3)
    const [row] = await computations()
    expect(row).toMatchObject({ state: 'done' })
    expect(row?.id).not.toBe(id)
  })

  it('that is cancelled ends, stays so, and is begun again on request', async () => {
    const study = await codedStudy()
    const running = await ask(study, { patienceMs: 0, replicates: 10_000 })
    if (running.state !== 'running') throw new Error(`It is ${running.state}.`)
    const { id: computationId } = running.computation
    const lea = study.actor('lea')
    const ended = await cancelAgreement(lea, { studyId: study.studyId, computationId })
    expect(ended).toMatchObject({ state: 'cancelled', computation: { id: computationId } })
    expect(await cancelAgreement(lea, { studyId: study.studyId, computationId })).toEqual(ended)
    expect(await ask(study, { replicates: 10_000 })).toMatchObject({ state: 'cancelled' })
    expect((await report(study, { replicates: 10_000, again: '1' })).header.documents).toBe(3)
  })

  it('keeps its report when it is cancelled too late', async () => {
    const study = await codedStudy()
    await report(study)
    const [row] = await computations()
    const input = { studyId: study.studyId, computationId: row?.id ?? '' }
    expect(await cancelAgreement(study.actor('lea'), input)).toMatchObject({ state: 'done' })
    expect(await ask(study)).toMatchObject({ state: 'done' })
  })

  it('of another study cannot be cancelled, nor be told from one that does not exist', async () => {
    const [study, other] = [await codedStudy(), await aStudy()]
    const id = await atAnotherServer(study, 5)
    for (const computationId of [id, newId()]) {
      const input = { studyId: other.studyId, computationId }
      await expect(cancelAgreement(other.actor('lea'), input)).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await computations()).toMatchObject([{ state: 'running' }])
  })

  it('fails with a reason when its process breaks down, and the next has a new one', async () => {
    const study = await codedStudy()
    expect(await ask(study, { patienceMs: 0, replicates: 10_000 })).toMatchObject({ state: 'running' })
    await breakProcess()
    const failed = await ask(study, { patienceMs: 10_000, replicates: 10_000 })
    expect(failed).toMatchObject({ state: 'failed', computation: { error: expect.stringMatching(/broke down/) } })
    expect(await ask(study, { replicates: 10_000 })).toEqual(failed)
    expect((await report(study, { replicates: 10_000, again: '1' })).header.documents).toBe(3)
  })

  it('is the fourth of its study only when one of the three before has ended', async () => {
    const [study, other] = [await codedStudy(), await codedStudy()]
    const { studyId } = study
    const claims = await Promise.allSettled([...'12345'].map((digit) => claimComputation(studyId, digit.repeat(64))))
    expect(claims.filter(({ status }) => status === 'rejected')).toHaveLength(2)
    const [first] = await computations()
    expect(await claimComputation(studyId, first?.key ?? '')).toBeUndefined()
    expect((await report(other)).header.documents).toBe(3)
    await expect(ask(study)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Three reports of this study are being computed. Wait, or cancel one.',
    })
    await cancelAgreement(study.actor('lea'), { studyId, computationId: first?.id ?? '' })
    expect((await report(study)).header.documents).toBe(3)
  })

  it('that its server left keeps no other from beginning', async () => {
    const study = await codedStudy()
    for (const digit of '123') await claimComputation(study.studyId, digit.repeat(64))
    await db().agreementComputation.updateMany({ data: { heartbeatAt: new Date(Date.now() - 30_000) } })
    expect((await report(study)).header.documents).toBe(3)
  })

  it('does not fill the database: the oldest reports of a study go', async () => {
    const study = await codedStudy()
    for (let seed = 1; seed <= 23; seed += 1) await report(study, { seed, replicates: 0 })
    expect(await computations()).toHaveLength(20)
  })
})

/** Ends the computing process as a crash would, when it is at work. */
async function breakProcess(): Promise<void> {
  const shared = globalThis as typeof globalThis & { framewiseComputing?: { child: ChildProcess } }
  while (!shared.framewiseComputing) await new Promise((resolve) => setTimeout(resolve, 1))
  shared.framewiseComputing.child.kill('SIGKILL')
}
