import { readdirSync } from 'node:fs'
import path from 'node:path'
import { v7 as newId } from 'uuid'
import type { Change } from '@/lib/coding/change'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { noteActiveTime } from '@/lib/verbs/active-time'
import { readAgreement } from '@/lib/verbs/agreement'
import { decideEligibility, setEligibility } from '@/lib/verbs/eligibility'
import { answerQuestion, askQuestion } from '@/lib/verbs/questions'
import { reopenCoding } from '@/lib/verbs/revisions'
import type { Actor } from '@/lib/verbs/steps/authorize'
import { catalogue, rightCall, type World } from '../api/route-catalogue'
import { aStudy, deletionOf, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { call } from '../support/requests'

// The catalogue's people, with Ben as the coder of whose work Ana may learn nothing.

withTestDatabase()

type Answers = Record<string, string>

async function aWorld(): Promise<World> {
  const texts = ['Mayor Ilse Tarn saved the harbour of Ostmole.', 'Another text about Ilse Tarn.']
  const study = await aStudy({ people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], mel: ['viewer'] }, texts })
  const other = await aStudy({ people: { zoe: ['lead', 'coder'] } })
  const open = await study.codingId('ana')
  const submitted = await study.codingId('ana', 2)
  const bens = await study.codingId('ben')
  await study.annotate('ana', 0, 15, 'hero', { attributes: { voice: 'author', target: 'Ilse Tarn' } })
  await study.annotate('ana', 0, 7, 'hero', { document: 2 })
  await study.submit('ana', { document: 2 })
  return { study, other, codings: { open, submitted, bens, mels: open, zoes: await other.codingId('zoe') } }
}

/** Verbs that show what others submitted: nothing for whoever codes, or still codes. */
const secretVerbs = [
  ...['readAgreement', 'readAgreementDocument', 'exportTable', 'exportChecksum'],
  ...['listDocumentCodings', 'readActiveTime', 'readProgress', 'listUnknownWords'],
  ...['readReviewQueue', 'readCluster', 'readGold'],
]

const secrets = ['Vexillum Prado', 'a note by Ben', 'a doubt of Ben’s', 'an advert to Ben', 'a slip of Ben’s', '4321']

/** Ben asks the lead, holds a text not eligible for a while, reopens one, and works for 4,321 seconds. */
async function benDoubts(study: TestStudy): Promise<void> {
  const ben = study.actor('ben')
  const [first, second] = [await study.codingId('ben'), await study.codingId('ben', 2)]
  const openedAt = new Date(Date.now() - 7200 * 1000)
  await db().coding.update({ where: { id: first }, data: { openedAt } })
  await noteActiveTime(ben, { codingId: first, sessionId: newId(), seconds: 4321 })
  const asked = { codingId: first, questionId: newId() }
  await askQuestion(ben, { ...asked, start: 0, end: 5, question: secrets[2] ?? '' })
  const answer = { studyId: study.studyId, answer: secrets[2] ?? '', makeRule: true }
  await answerQuestion(study.actor('lea'), { ...asked, ...answer })
  await setEligibility(ben, { codingId: second, eligible: false, reason: secrets[3] ?? '' })
  const decision = { studyId: study.studyId, codingId: second }
  await decideEligibility(study.actor('lea'), { ...decision, decision: 'confirm' })
  await decideEligibility(study.actor('lea'), { ...decision, decision: 'send_back' })
}

/** Ben codes, links, doubts, changes his mind, submits everything, and reopens one. */
async function benWorks(study: TestStudy): Promise<void> {
  const first = putAnnotation(6, 15, 'villain', { attributes: { voice: 'quoted', target: secrets[0] ?? '' } })
  const second = {
    ...putAnnotation(0, 5, 'hero'),
    value: { ...putAnnotation(0, 5, 'hero').value, note: secrets[1] ?? '' },
  }
  const link: Change = {
    ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
    ...{ op: 'put', kind: 'link', value: { relation: 'same_actor', from: first.id, to: second.id } },
  }
  const rows = await study.save('ben', [first, second, link])
  const [row] = rows
  if (row) await study.save('ben', [deletionOf(row)])
  await benDoubts(study)
  await study.submit('ben')
  await reopenCoding(study.actor('ben'), { codingId: await study.codingId('ben'), reason: secrets[4] ?? '' })
  await study.submit('ben', { document: 2, nothingToCode: true })
  await setEligibility(study.actor('ben'), {
    ...{ codingId: await study.codingId('ben'), eligible: false, reason: secrets[3] ?? '' },
  })
}

/** Every id and word that only Ben's work has. */
async function tracesOf(study: TestStudy, name: string): Promise<string[]> {
  const member = await db().membership.findUniqueOrThrow({ where: { id: await study.membershipId(name) } })
  const codings = await db().coding.findMany({
    where: { coderId: member.id },
    include: { history: true, questions: true },
  })
  const ids = codings.flatMap((coding) => [
    coding.id,
    ...coding.questions.map(({ id }) => id),
    ...coding.history.flatMap((entry) => [entry.rowId, entry.mutationId]),
  ])
  const { email, userId } = study.actor(name)
  return [...ids, ...secrets, member.id, member.pseudonym, email, userId, `"${name}"`]
}

async function answerOf(work: () => Promise<unknown>): Promise<string> {
  try {
    const result = await work()
    if (!(result && typeof result === 'object' && Symbol.asyncIterator in result)) return JSON.stringify(result) ?? ''
    let text = ''
    for await (const part of result as AsyncIterable<unknown>) text += String(part)
    return text
  } catch (error) {
    if (error instanceof AppError) return JSON.stringify(error.toBody())
    throw error
  }
}

/** Every GET of the catalogue as Ana, but for the event stream, which has tests of its own. */
async function answersOfRoutes(world: World): Promise<Answers> {
  const answers: Answers = {}
  for (const entry of catalogue.filter(({ method, path: name }) => method === 'GET' && !name.endsWith('/changes'))) {
    const response = await call({ ...rightCall(entry, world), as: world.study.actor('ana') })
    answers[`GET ${entry.path}`] = `${response.status} ${await response.text()}`
  }
  for (const [what, codingId] of Object.entries({ own: world.codings.open, bens: world.codings.bens })) {
    const changes = [putAnnotation(0, 5, 'hero', { id: world.codings.open, baseVersion: 9 })]
    const params = { codingId }
    const request = { path: 'codings/[codingId]/changes', method: 'POST' as const, params, body: { changes } }
    const response = await call({ ...request, as: world.study.actor('ana') })
    answers[`a stale change of ${what}`] = `${response.status} ${await response.text()}`
  }
  return answers
}

type Verb = (actor: Actor, input: Record<string, unknown>) => Promise<unknown>

/** The verbs that read, found by their names and their first parameter: a new one is walked without being listed. */
async function readingVerbs(): Promise<[string, Verb][]> {
  const files = readdirSync(path.resolve('lib/verbs')).filter((file) => file.endsWith('.ts'))
  const found: [string, Verb][] = []
  for (const file of files) {
    const module = (await import(`@/lib/verbs/${path.basename(file, '.ts')}`)) as Record<string, unknown>
    for (const [name, verb] of Object.entries(module)) {
      const reads = /^(list|read|open|export|report|find|preview)/.test(name)
      if (reads && typeof verb === 'function' && /^async function\*? \w+\(actor/.test(String(verb))) {
        found.push([name, verb as Verb])
      }
    }
  }
  return found
}

async function answersOfVerbs(world: World, name: string): Promise<Answers> {
  const { studyId } = world.study
  const document = await db().document.findFirstOrThrow({ where: { studyId, number: 1 } })
  const ids = { studyId, codingId: world.codings.open, documentId: document.id, clusterId: newId() }
  const answers: Answers = {}
  for (const [verbName, verb] of await readingVerbs()) {
    answers[verbName] = await answerOf(() => verb(world.study.actor(name), { ...ids, table: 'annotations.csv' }))
  }
  return answers
}

const allAnswers = async (world: World) => ({
  ...(await answersOfRoutes(world)),
  ...(await answersOfVerbs(world, 'ana')),
})

describe('a coder', () => {
  it('gets the same answers, byte for byte, whatever another coder did', async () => {
    const world = await aWorld()
    await allAnswers(world) // The first look opens her codings.
    const before = await allAnswers(world)
    await benWorks(world.study)
    expect(await allAnswers(world)).toEqual(before)
  })

  it('finds no id, word or name of another coder in any answer', async () => {
    const world = await aWorld()
    await benWorks(world.study)
    const traces = await tracesOf(world.study, 'ben')
    expect(traces.length).toBeGreaterThan(10)
    for (const [what, answer] of Object.entries(await allAnswers(world))) {
      expect({ what, found: traces.filter((trace) => answer.includes(trace)) }).toEqual({ what, found: [] })
    }
  })

  it('is asked through every verb that reads: the walk is not empty', async () => {
    const names = (await readingVerbs()).map(([name]) => name)
    expect(names).toEqual(
      expect.arrayContaining(['listMyCodings', 'readCoding', 'listStudies', 'readStudy', ...secretVerbs]),
    )
  })

  it('may read neither agreement nor exports, also with everything submitted', async () => {
    const world = await aWorld()
    await benWorks(world.study)
    await world.study.submit('ana')
    const answers = await answersOfVerbs(world, 'ana')
    for (const verb of secretVerbs) expect(answers[verb]).toMatch(/"code":"forbidden"/)
  })
})

describe('a lead who codes', () => {
  async function kimsWorld(): Promise<World> {
    const study = await aStudy({
      people: { kim: ['lead', 'coder'], ana: ['coder'], ben: ['coder'], vic: ['viewer'] },
    })
    const id = await study.codingId('kim')
    return {
      study,
      other: study,
      codings: { open: id, submitted: id, bens: await study.codingId('ben'), mels: id, zoes: id },
    }
  }

  it('is blind until the own submissions are in', async () => {
    const world = await kimsWorld()
    for (const name of ['ana', 'ben']) {
      await world.study.annotate(name, 0, 15, 'hero')
      await world.study.submit(name)
    }
    // A report in the cache, which somebody else read, opens nothing.
    await readAgreement(world.study.actor('vic'), { studyId: world.study.studyId, patienceMs: 20_000 })
    const blind = await answersOfVerbs(world, 'kim')
    for (const verb of secretVerbs) expect(blind[verb]).toMatch(/"code":"forbidden"/)
    await world.study.submit('kim', { nothingToCode: true })
    const seeing = await answersOfVerbs(world, 'kim')
    for (const verb of secretVerbs) expect(seeing[verb]).not.toMatch(/forbidden/)
  })
})

describe('a study that masks outlets', () => {
  it('tells its coders neither outlet nor address of a document', async () => {
    const metadata = { outlet: 'The Ostmole Courier', url: 'https://courier.example/1', author: 'N. Quill' }
    const study = await aStudy({ blinding: { hideOutlet: true }, metadata })
    const world = { study, other: study, codings: { open: await study.codingId('ana') } } as unknown as World
    const answers = await answersOfVerbs(world, 'ana')
    expect(answers.readCoding).toMatch(/N\. Quill/)
    for (const answer of Object.values(answers)) expect(answer).not.toMatch(/courier/i)
  })
})
