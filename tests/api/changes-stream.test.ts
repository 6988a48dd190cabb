import { v7 as newId } from 'uuid'
import { announce, type StudyChange, stopChanges } from '@/lib/changes'
import { db, transaction } from '@/lib/db'
import { answerQuestion, askQuestion } from '@/lib/verbs/questions'
import { beat, claimComputation } from '@/lib/verbs/steps/computation-rows'
import type { ChangeNotice } from '@/lib/verbs/study-changes'
import { agreementOf } from '../support/agreement'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { call } from '../support/requests'

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
