import { v7 as newId } from 'uuid'
import type { Change } from '@/lib/coding/change'
import { db } from '@/lib/db'
import { decideInOneStep } from '@/lib/verbs/decisions'
import { decideEligibility, setEligibility } from '@/lib/verbs/eligibility'
import { readMyOutcome, readMyOutcomes } from '@/lib/verbs/outcomes'
import { reopenCoding } from '@/lib/verbs/revisions'
import { readStudy } from '@/lib/verbs/studies'
import { putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import {
  acceptAgreed,
  decideForBen,
  differingStudy,
  disputed,
  documentIdOf,
  openStudy,
  release,
  roundIdOf,
  say,
  submitAll,
} from '../support/discussed-study'
import { allOfReading, decideAs, firstCluster, wholeQueue } from '../support/review'

withTestDatabase()

const empty = { entries: [], tasks: [], summary: { rows: [], documents: 0, of: 0 } }
const twoTexts = [
  'Mayor Ilse Tarn saved the harbour of Ostmole. Critics call her a tyrant and a thief.',
  'Mayor Ilse Tarn is back. The harbour of Ostmole is dry, and critics call her names.',
]

const outcomes = (study: TestStudy, name: string) => readMyOutcomes(study.actor(name), study)
const outcome = async (study: TestStudy, name: string, document = 1) =>
  readMyOutcome(study.actor(name), { ...study, documentId: await documentIdOf(study, document) })

async function nothingFor(study: TestStudy, name: string): Promise<void> {
  expect(await outcomes(study, name)).toEqual(empty)
  await expect(outcome(study, name)).rejects.toMatchObject({ code: 'not_found' })
}

async function decideAll(study: TestStudy): Promise<void> {
  await decideForBen(study)
  await acceptAgreed(study)
}

describe('while clusters are out of date', () => {
  it('nothing is said to be decided, until they are made again', async () => {
    const study = await openStudy()
    await decideAll(study)
    expect((await outcomes(study, 'ana')).entries).toMatchObject([{ state: 'decided' }])
    await db().$executeRaw`
      CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'Not yet.'; END $$`
    await db().$executeRaw`CREATE TRIGGER slow BEFORE INSERT ON "Cluster" FOR EACH ROW EXECUTE FUNCTION take_long()`
    await db().reviewedDocument.updateMany({ data: { key: 'made by other code' } })
    const { entries, summary } = await outcomes(study, 'ana')
    expect(entries).toMatchObject([{ state: 'discussion' }])
    expect(summary).toMatchObject({ documents: 0, of: 0 })
    await db().$executeRaw`DROP TRIGGER slow ON "Cluster"`
    expect((await outcomes(study, 'ana')).entries).toMatchObject([{ state: 'decided' }])
  })

  it('those of the text that is read are made first', async () => {
    const study = await openStudy()
    await decideAll(study)
    await outcome(study, 'ana')
    await db().reviewedDocument.updateMany({ data: { key: 'made by other code' } })
    await db().cluster.updateMany({ data: { state: 'open', decisionId: null, types: ['D1'] } })
    const { state, clusters } = await outcome(study, 'ana')
    expect(state).toBe('decided')
    expect(clusters.map(({ types }) => types)).toEqual([['D3']])
  })
})

describe('a coder finds nothing of the review', () => {
  it('before the lead has released the round, though all is decided', async () => {
    const study = await differingStudy()
    await submitAll(study)
    await decideAll(study)
    await nothingFor(study, 'ana')
    await release(study)
    expect((await outcomes(study, 'ana')).entries).toHaveLength(1)
    await release(study, false)
    await nothingFor(study, 'ana')
  })

  it('before the own codings of all texts are submitted', async () => {
    const study = await differingStudy({ texts: twoTexts })
    for (const name of ['ana', 'ben']) await study.submit(name)
    await decideAll(study)
    await release(study)
    await nothingFor(study, 'ana')
    await study.submit('ana', { document: 2 })
    expect((await outcomes(study, 'ana')).entries.map(({ document }) => document.number)).toEqual([1])
  })

  it('while an own text is held not eligible and the lead has not confirmed that', async () => {
    const study = await differingStudy({ texts: twoTexts })
    for (const name of ['ana', 'ben']) await study.submit(name)
    await study.submit('ben', { document: 2 })
    await release(study)
    const codingId = await study.codingId('ana', 2)
    await setEligibility(study.actor('ana'), { codingId, eligible: false, reason: 'An advert.' })
    await nothingFor(study, 'ana')
    await decideEligibility(study.actor('lea'), { studyId: study.studyId, codingId, decision: 'confirm' })
    expect((await outcomes(study, 'ana')).entries.map(({ document }) => document.number)).toEqual([1])
  })

  it('while an own coding is reopened', async () => {
    const study = await openStudy()
    await decideAll(study)
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    await nothingFor(study, 'ana')
  })

  it('of a text that another coder has still to submit, also one who came later', async () => {
    const study = await openStudy()
    await decideAll(study)
    expect((await outcomes(study, 'ana')).entries).toHaveLength(1)
    const later = await openStudy({ people: { cem: ['coder'] } })
    await nothingFor(later, 'ana')
    await later.submit('cem', { nothingToCode: true })
    expect((await outcomes(later, 'ana')).entries).toHaveLength(1)
  })
})

describe('before all of a text is decided a coder', () => {
  it('finds what to discuss, and no decision', async () => {
    const study = await openStudy()
    await decideForBen(study, 'A title is no deed.')
    const [entry] = (await outcomes(study, 'ana')).entries
    expect(entry).toMatchObject({ state: 'discussion', differing: 1, ownDifferences: null })
    const view = await outcome(study, 'ana')
    expect(view).toMatchObject({ state: 'discussion', decided: [], agreed: 1 })
    expect(view.clusters).toMatchObject([{ types: ['D3'], decision: null, ownDifferences: [] }])
    expect(JSON.stringify(view)).not.toContain('A title is no deed.')
  })

  it('gets the same answers whatever is decided meanwhile', async () => {
    const study = await openStudy()
    const answers = async () => [await outcomes(study, 'ana'), await outcome(study, 'ana')]
    const before = await answers()
    await decideForBen(study)
    expect(await answers()).toEqual(before)
  })
})

describe('once all is decided a coder', () => {
  it('sees the own work beside the decision, with the reason', async () => {
    const study = await openStudy()
    await decideForBen(study, 'A title is no deed.')
    await acceptAgreed(study)
    const view = await outcome(study, 'ana')
    expect(view).toMatchObject({ state: 'decided', agreed: 1 })
    expect(view.own.annotations.map(({ code }) => code)).toEqual(['hero', 'villain'])
    expect(view.decided.map(({ code }) => code)).toEqual(['villain', 'villain'])
    const [cluster] = view.clusters
    expect(cluster?.decision).toMatchObject({
      ...{ outcome: 'accept', method: 'arbiter', cause: 'rule_misread', rationale: 'A title is no deed.' },
      annotations: [{ code: 'villain', reading: null }],
    })
    expect(cluster?.ownDifferences).toEqual([{ type: 'D3', own: 'hero', decided: 'villain', attribute: null }])
    expect((await outcome(study, 'ben')).clusters[0]?.ownDifferences).toEqual([])
  })

  it('reads in which ways the own work differs most, with the rule', async () => {
    const study = await openStudy({ texts: twoTexts })
    for (const document of [1, 2]) await decideForBen(study, 'A title is no deed.', document)
    await acceptAgreed(study)
    const { summary, entries } = await outcomes(study, 'ana')
    expect(entries.map(({ ownDifferences }) => ownDifferences)).toEqual([1, 1])
    expect(summary).toMatchObject({ documents: 2, of: 2 })
    expect(summary.rows).toMatchObject([
      { type: 'D3', own: 'hero', decided: 'villain', count: 2, of: 4, rule: { key: 'villain', label: 'villain' } },
    ])
    expect(summary.rows[0]?.places).toMatchObject([
      { title: 'Text 1', quote: 'Mayor Ilse Tarn' },
      { title: 'Text 2', quote: 'Mayor Ilse Tarn' },
    ])
    expect((await outcomes(study, 'ben')).summary.rows).toEqual([])
  })

  it('learns of no other coder: neither id, nor pseudonym, nor name, nor note', async () => {
    const study = await differingStudy()
    const codingId = await study.codingId('ben')
    await db().annotation.updateMany({ where: { codingId }, data: { note: 'a note by Ben' } })
    await submitAll(study)
    await release(study)
    await decideAll(study)
    const member = await db().membership.findUniqueOrThrow({ where: { id: await study.membershipId('ben') } })
    const rows = await db().annotation.findMany({ where: { codingId } })
    const traces = [member.id, member.userId, member.pseudonym, codingId, ...rows.map(({ id }) => id), 'a note by Ben']
    const answers = JSON.stringify([await outcomes(study, 'ana'), await outcome(study, 'ana')])
    for (const trace of [...traces, '"ben"']) expect(answers).not.toContain(trace)
  })

  it('keeps finding it when another one joins in the discussion', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await decideAll(study)
    await say(study, 'ben', id, 'I agree.')
    expect((await outcomes(study, 'ana')).entries[0]).toMatchObject({ comments: 1 })
    expect((await outcome(study, 'ana')).clusters[0]).toMatchObject({ comments: 1 })
  })
})

describe('the list counts what the page of each text shows', () => {
  const link = (from: string, to: string): Change => ({
    ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
    ...{ op: 'put', kind: 'link', value: { relation: 'same_actor', from, to } },
  })
  const genre = (value: string): Change => ({
    ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
    ...{ op: 'put', kind: 'variable', value: { variable: 'genre', value } },
  })

  async function decideTheRest(study: TestStudy): Promise<void> {
    while ((await wholeQueue(study, 'adi')).entries.length > 0) {
      const cluster = await firstCluster(study, 'adi')
      const [first] = cluster.readings
      const accepted = allOfReading(cluster, first?.letter ?? '')
      const outcome = cluster.kind === 'spans' && accepted.length === 0 ? 'reject_all' : 'accept'
      await decideAs(study, 'adi', cluster, { outcome, accepted, value: first?.answer ?? null })
    }
    const round = { studyId: study.studyId, roundId: await roundIdOf(study) }
    await decideInOneStep(study.actor('adi'), { ...round, step: 'unanimous', batchId: newId() })
  }

  /** Differences of every kind, also in links of the second text; what all agree on is accepted in one step. */
  async function manyWays(): Promise<TestStudy> {
    const study = await differingStudy({ texts: twoTexts })
    await study.annotate('ana', 16, 33, 'hero')
    await study.annotate('ben', 20, 33, 'hero')
    await study.annotate('ben', 37, 44, 'figure')
    for (const name of ['ana', 'ben']) {
      await study.save(name, [genre(name === 'ana' ? 'news' : 'opinion')])
      const [one, other] = [putAnnotation(16, 23, 'hero'), putAnnotation(25, 44, 'villain')]
      await study.save(name, [one, other, ...(name === 'ana' ? [link(one.id, other.id)] : [])], 2)
    }
    await submitAll(study)
    await release(study)
    await decideTheRest(study)
    return study
  }

  it('for every coder, and the summary does', async () => {
    const study = await manyWays()
    let differing = 0
    for (const name of ['ana', 'ben']) {
      const { entries, summary } = await outcomes(study, name)
      const shown = await Promise.all([1, 2].map((document) => outcome(study, name, document)))
      const counts = shown.map(
        ({ clusters }) => clusters.filter(({ ownDifferences }) => ownDifferences.length > 0).length,
      )
      expect(entries.map(({ ownDifferences }) => ownDifferences)).toEqual(counts)
      const types = shown.flatMap(({ clusters }) =>
        clusters.flatMap(({ ownDifferences }) => ownDifferences.map(({ type }) => type)),
      )
      expect(new Set(summary.rows.map(({ type }) => type))).toEqual(new Set(types))
      differing += counts.reduce((sum, count) => sum + count, 0)
    }
    expect(differing).toBeGreaterThanOrEqual(6)
  })
})

describe('of both readings kept', () => {
  it('the own one is no difference', async () => {
    const study = await openStudy()
    const cluster = await disputed(study)
    const kept = { outcome: 'keep_both' as const, cause: 'double_reading' as const, rationale: 'Both are right.' }
    await decideAs(study, 'adi', cluster, kept)
    await acceptAgreed(study)
    for (const name of ['ana', 'ben']) {
      const { clusters, decided } = await outcome(study, name)
      expect(clusters[0]?.ownDifferences).toEqual([])
      expect(decided.filter(({ reading }) => reading !== null)).toHaveLength(2)
    }
  })
})

describe('a passage that was sent back', () => {
  const sendBack = async (study: TestStudy) => {
    const cluster = await disputed(study)
    const back = { outcome: 'send_back' as const, cause: null, rationale: 'Read rule B2 again.' }
    await decideAs(study, 'adi', cluster, back)
    return cluster.id
  }

  it('is a task of its coders, with the reason and the own coding', async () => {
    const study = await openStudy()
    const clusterId = await sendBack(study)
    const task = { clusterId, reason: 'Read rule B2 again.', quote: 'Mayor Ilse Tarn', isDone: false }
    for (const name of ['ana', 'ben']) {
      const codingId = await study.codingId(name)
      expect((await outcomes(study, name)).tasks).toMatchObject([{ ...task, codingId }])
    }
    expect((await outcome(study, 'ana')).clusters).toMatchObject([{ sentBack: 'Read rule B2 again.', decision: null }])
  })

  it('is none before the round is open to coders, nor counted', async () => {
    const study = await differingStudy()
    await submitAll(study)
    await sendBack(study)
    await nothingFor(study, 'ana')
    const counted = async () => (await readStudy(study.actor('ana'), study)).sentBack
    expect(await counted()).toBe(0)
    await release(study)
    expect(await counted()).toBe(1)
    expect((await readStudy(study.actor('lea'), study)).sentBack).toBe(0)
  })

  it('is done for who has looked at it again and changed nothing', async () => {
    const study = await openStudy()
    await sendBack(study)
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Sent back.' })
    await study.submit('ana')
    expect((await outcomes(study, 'ana')).tasks).toMatchObject([{ isDone: true }])
    expect((await readStudy(study.actor('ana'), study)).sentBack).toBe(0)
    expect((await outcomes(study, 'ben')).tasks).toMatchObject([{ isDone: false }])
  })

  it('is no task any more when the passage was coded otherwise', async () => {
    const study = await openStudy()
    await sendBack(study)
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Sent back.' })
    await study.annotate('ana', 0, 5, 'villain')
    await study.submit('ana')
    expect((await outcomes(study, 'ben')).tasks).toEqual([])
  })
})
