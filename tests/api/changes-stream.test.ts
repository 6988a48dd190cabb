import { v7 as newId } from 'uuid'
import { announce, type StudyChange, stopChanges } from '@/lib/changes'
import { db, transaction } from '@/lib/db'
import { postComment, takeStance } from '@/lib/verbs/discussions'
import { answerQuestion, askQuestion } from '@/lib/verbs/questions'
import { readCluster } from '@/lib/verbs/review'
import { beat, claimComputation } from '@/lib/verbs/steps/computation-rows'
import type { ChangeNotice } from '@/lib/verbs/study-changes'
import { agreementOf } from '../support/agreement'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import {
  acceptAgreed,
  decideForBen,
  differingStudy,
  disputed,
  documentIdOf,
  openStudy,
  release,
  say,
  submitAll,
} from '../support/discussed-study'
import { call } from '../support/requests'
import { decideAs } from '../support/review'

withTestDatabase()
afterEach(stopChanges)

/** An open event stream of one person. */
async function listen(study: TestStudy, name: string) {
  const leaving = new AbortController()
  const response = await call({
    path: 'studies/[studyId]/changes',
    method: 'GET',
    as: study.actor(name),
    params: { studyId: study.studyId },
    signal: leaving.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The stream has no body.')
  const events = (text: string) => [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? ''))
  return {
    response,
    leave: () => leaving.abort(),
    /** Everything up to and with the event about this. */
    async until(about: ChangeNotice['about']): Promise<ChangeNotice[]> {
      const heard: ChangeNotice[] = []
      while (!heard.some((notice) => notice.about === about)) {
        const { value, done } = await reader.read()
        if (done) throw new Error(`The stream ended before it told of ${about}.`)
        heard.push(...events(value))
      }
      return heard
    },
    async hasEnded(): Promise<boolean> {
      for (;;) if ((await reader.read()).done) return true
    },
  }
}

/** A change that everybody hears of: what was not told before it will not be told. */
const announceDocuments = (study: TestStudy, more: Partial<StudyChange> = {}) =>
  transaction((tx) => announce(tx, { studyId: study.studyId, about: 'documents', ...more }))

it('tells a coder of the own coding, by its id', async () => {
  const study = await aStudy()
  const stream = await listen(study, 'ana')
  await study.annotate('ana', 0, 5, 'hero')
  expect(await stream.until('coding')).toEqual([{ about: 'coding', codingId: await study.codingId('ana') }])
})

it('tells a coder nothing of another coder’s codings, and of the study without ids', async () => {
  const study = await aStudy()
  const stream = await listen(study, 'ana')
  await study.annotate('ben', 0, 5, 'hero')
  await study.submit('ben')
  await announceDocuments(study, { codingId: await study.codingId('ben') })
  expect(await stream.until('documents')).toEqual([{ about: 'documents' }])
})

it('tells a lead of every coding, but not while the lead still codes', async () => {
  const study = await aStudy({ people: { lea: ['lead'], kim: ['lead', 'coder'], ana: ['coder'] } })
  const [lea, kim] = [await listen(study, 'lea'), await listen(study, 'kim')]
  await study.annotate('ana', 0, 5, 'hero')
  await announceDocuments(study)
  expect(await lea.until('documents')).toEqual([
    { about: 'coding', codingId: await study.codingId('ana') },
    { about: 'documents' },
  ])
  expect(await kim.until('documents')).toEqual([{ about: 'documents' }])
})

it('tells the lead of a question, and its coder of the answer, but no other coder', async () => {
  const study = await aStudy()
  const [lea, ana, ben] = [await listen(study, 'lea'), await listen(study, 'ana'), await listen(study, 'ben')]
  const asked = { codingId: await study.codingId('ana'), questionId: newId() }
  await askQuestion(study.actor('ana'), { ...asked, start: 0, end: 5, question: 'Is it?' })
  expect(await lea.until('coding')).toEqual([{ about: 'coding', codingId: asked.codingId }])
  await answerQuestion(study.actor('lea'), { studyId: study.studyId, ...asked, answer: 'Yes.', makeRule: false })
  await announceDocuments(study)
  const heard = { about: 'coding', codingId: asked.codingId }
  expect(await ana.until('documents')).toEqual([heard, heard, { about: 'documents' }])
  expect(await ben.until('documents')).toEqual([{ about: 'documents' }])
})

it('tells who may read the report when one was computed, and nobody who codes', async () => {
  const study = await aStudy({ people: { lea: ['lead'], kim: ['lead', 'coder'], ana: ['coder'] } })
  const [lea, kim, ana] = [await listen(study, 'lea'), await listen(study, 'kim'), await listen(study, 'ana')]
  await agreementOf(study, { replicates: 0 })
  await announceDocuments(study)
  expect(await lea.until('documents')).toEqual([{ about: 'agreement' }, { about: 'documents' }])
  for (const coder of [kim, ana]) expect(await coder.until('documents')).toEqual([{ about: 'documents' }])
})

it('tells nothing of how far a computation is, for which all open pages would be read again', async () => {
  const study = await aStudy()
  const stream = await listen(study, 'lea')
  const id = await claimComputation(study.studyId, 'f'.repeat(64))
  expect(await beat(id ?? '', 0.5, 'Comparing coders: 1 of 2 documents')).toBe(true)
  await announceDocuments(study)
  expect(await stream.until('documents')).toEqual([{ about: 'documents' }])
})

it('tells nothing of another study', async () => {
  const [study, other] = [await aStudy(), await aStudy()]
  const stream = await listen(study, 'lea')
  await announceDocuments(other)
  await study.annotate('ana', 0, 5, 'hero')
  expect(await stream.until('coding')).toHaveLength(1)
})

it('ends when the person is removed from the study', async () => {
  const study = await aStudy()
  const stream = await listen(study, 'ana')
  await db().membership.update({ where: { id: await study.membershipId('ana') }, data: { leftAt: new Date() } })
  await announceDocuments(study)
  expect(await stream.hasEnded()).toBe(true)
})

it('ends when the reader leaves', async () => {
  const study = await aStudy()
  const stream = await listen(study, 'ana')
  stream.leave()
  expect(await stream.hasEnded()).toBe(true)
})

it('ends when the server stops', async () => {
  const study = await aStudy()
  const stream = await listen(study, 'ana')
  await stopChanges()
  expect(await stream.hasEnded()).toBe(true)
})

it('is an event stream that no proxy holds back', async () => {
  const { response } = await listen(await aStudy(), 'ana')
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('cache-control')).toMatch(/no-store/)
})

describe('of the review', () => {
  const texts = ['Mayor Ilse Tarn saved the harbour of Ostmole. Critics call her a tyrant and a thief.']
  const twoTexts = [...texts, 'Mayor Ilse Tarn is back. The harbour of Ostmole is dry, and critics call her names.']

  /** What each of these people heard until a change that everybody hears of. */
  async function heardBy(study: TestStudy, names: string[], happens: () => Promise<unknown>) {
    const streams = await Promise.all(names.map((name) => listen(study, name)))
    await happens()
    await announceDocuments(study)
    const heard: Record<string, ChangeNotice[]> = {}
    for (const [index, stream] of streams.entries()) {
      heard[names[index] ?? ''] = (await stream.until('documents')).filter(({ about }) => about !== 'documents')
    }
    return heard
  }

  it('a coder hears nothing of a discussion before the round is open', async () => {
    const study = await differingStudy({ texts })
    await submitAll(study)
    const { id } = await disputed(study)
    const heard = await heardBy(study, ['adi', 'ana'], () => say(study, 'adi', id, 'Why?'))
    const documentId = await documentIdOf(study)
    expect(heard).toEqual({ adi: [{ about: 'discussion', documentId, clusterId: id }], ana: [] })
  })

  it('a coder hears nothing of it before the own codings, or those of others on the text, are submitted', async () => {
    const study = await differingStudy({ texts: twoTexts, people: { cem: ['coder'] } })
    await release(study)
    for (const name of ['ana', 'ben']) await study.submit(name)
    await study.submit('cem', { nothingToCode: true })
    await study.submit('ben', { document: 2 })
    const { id } = await disputed(study)
    const second = { ...study, subject: 'document' as const, documentId: await documentIdOf(study, 2) }
    const heard = await heardBy(study, ['ana', 'ben'], async () => {
      await say(study, 'adi', id, 'Why?')
      await postComment(study.actor('adi'), { ...second, id: newId(), text: 'Odd.' })
    })
    expect(heard).toEqual({
      ana: [],
      ben: [{ about: 'discussion', documentId: await documentIdOf(study), clusterId: id }],
    })
  })

  it('a coder hears of a discussion that is open, with the ids to read it by', async () => {
    const study = await openStudy({ texts })
    const { id, inputKey } = await disputed(study)
    const stance = { studyId: study.studyId, clusterId: id, id: newId(), inputKey, reading: 'A' }
    const heard = await heardBy(study, ['ana', 'ben', 'adi'], async () => {
      await say(study, 'adi', id, 'Why?')
      await takeStance(study.actor('ana'), stance)
    })
    const notice = { about: 'discussion', documentId: await documentIdOf(study), clusterId: id }
    expect(heard).toEqual({ ana: [notice, notice], ben: [notice, notice], adi: [notice, notice] })
  })

  it('of a code a coder hears once all own rounds are open', async () => {
    const study = await differingStudy({ texts })
    await submitAll(study)
    const asked = { ...study, subject: 'code' as const, code: 'hero' }
    const posts = () => postComment(study.actor('adi'), { ...asked, id: newId(), text: 'Who is a hero?' })
    expect(await heardBy(study, ['ana', 'adi'], posts)).toEqual({ ana: [], adi: [{ about: 'discussion' }] })
    await release(study)
    expect((await heardBy(study, ['ana'], posts)).ana).toEqual([{ about: 'discussion' }])
  })

  it('a coder hears of a decision only when all of the text is decided, and when one of those is taken back', async () => {
    const study = await openStudy({ texts })
    const documentId = await documentIdOf(study)
    const { id } = await disputed(study)
    const decided = await heardBy(study, ['ana', 'adi'], () => decideForBen(study))
    expect(decided).toEqual({ ana: [], adi: [{ about: 'review', documentId, clusterId: id }] })
    const { ana } = await heardBy(study, ['ana'], () => acceptAgreed(study))
    expect(ana).toEqual([{ about: 'review', documentId, clusterId: expect.any(String) }])
    const cluster = await readCluster(study.actor('adi'), { studyId: study.studyId, clusterId: id })
    const withdraw = { outcome: 'withdraw' as const, cause: null, rationale: '' }
    const back = await heardBy(study, ['ana'], () => decideAs(study, 'adi', cluster, withdraw))
    expect(back.ana).toEqual([{ about: 'review', documentId, clusterId: id }])
  })

  it('a coder hears when a passage is sent back', async () => {
    const study = await openStudy({ texts })
    const cluster = await disputed(study)
    const sendBack = { outcome: 'send_back' as const, cause: null, rationale: 'Read rule B2.' }
    const heard = await heardBy(study, ['ana'], () => decideAs(study, 'adi', cluster, sendBack))
    expect(heard.ana).toEqual([{ about: 'review', documentId: await documentIdOf(study), clusterId: cluster.id }])
  })

  it('a viewer hears all of it, and a lead who codes nothing before the own submissions', async () => {
    const study = await differingStudy({ texts, people: { kim: ['lead', 'coder'] } })
    await submitAll(study)
    await release(study)
    const asked = { ...study, subject: 'document' as const, documentId: await documentIdOf(study) }
    const posts = () => postComment(study.actor('adi'), { ...asked, id: newId(), text: 'Odd.' })
    const heard = await heardBy(study, ['vic', 'kim'], posts)
    expect(heard).toEqual({ vic: [{ about: 'discussion', documentId: asked.documentId }], kim: [] })
  })
})
