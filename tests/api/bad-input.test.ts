import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { v7 as newId } from 'uuid'
import type { Change } from '@/lib/coding/change'
import { codebookSchema } from '@/lib/coding/codebook'
import { db, transaction } from '@/lib/db'
import type { ErrorBody } from '@/lib/errors'
import { serverSecret } from '@/lib/server-secret'
import { insertCodebook } from '@/lib/verbs/steps/codebook-rows'
import { aStudy, deletionOf, harbourText, putAnnotation, smallCodebook } from '../support/builders'
import { closeTestDatabase, openTestDatabase } from '../support/database'
import { call, databaseContent, type RouteCall } from '../support/requests'
import { type BadRequest, usualBadRequests } from './bad-requests'
import { catalogue, rightCall, type World, withoutInput } from './route-catalogue'

let world: World

/** Publishes a later version with another code, while the round and its codings stay with the first. */
async function publishMartyr(studyId: string): Promise<void> {
  const codes = smallCodebook.codes.map((code) => ({ ...code, key: code.key === 'figure' ? 'martyr' : code.key }))
  const codebook = codebookSchema.parse({ ...smallCodebook, version: '2.0.0', codes })
  await transaction((tx) => insertCodebook(tx, studyId, codebook, 'published'))
}

// One database for the whole file: no request of it may change anything, which is what it tests.
beforeAll(async () => {
  await openTestDatabase()
  await serverSecret()
  const study = await aStudy({
    people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], mel: ['lead', 'coder'] },
    texts: [harbourText, 'Another text about Ilse Tarn.'],
  })
  const other = await aStudy({ people: { zoe: ['lead', 'coder'] } })
  await study.annotate('ana', 0, 5, 'hero')
  await study.annotate('ana', 0, 7, 'hero', { document: 2 })
  await study.submit('ana', { document: 2 })
  await study.submit('mel', { nothingToCode: true })
  await study.submit('mel', { nothingToCode: true, document: 2 })
  await publishMartyr(study.studyId)
  await db().membership.update({ where: { id: await study.membershipId('mel') }, data: { leftAt: new Date() } })
  const codings = {
    open: await study.codingId('ana'),
    submitted: await study.codingId('ana', 2),
    bens: await study.codingId('ben'),
    mels: await study.codingId('mel'),
    zoes: await other.codingId('zoe'),
  }
  world = { study, other, codings }
}, 60_000)
afterAll(closeTestDatabase)

/** Sends it, and holds answer and database against what is documented. */
async function expectRefusal(bad: BadRequest): Promise<ErrorBody> {
  const request = await bad.call(world)
  const before = await databaseContent()
  const response = await call(request)
  const { error } = (await response.json()) as { error: ErrorBody }
  expect({ status: response.status, code: error?.code }).toEqual({ status: bad.status, code: bad.code })
  expect(error.message.length).toBeGreaterThan(10)
  expect(Object.keys(error.fields ?? {})).toEqual(expect.arrayContaining(bad.fields ?? []))
  expect(await databaseContent()).toEqual(before)
  return error
}

const changes = (list: unknown[], codingId = (of: World) => of.codings.open) => {
  return (of: World): RouteCall => ({
    path: 'codings/[codingId]/changes',
    method: 'POST',
    as: of.study.actor('ana'),
    params: { codingId: codingId(of) },
    body: { changes: list },
  })
}

const link = (from: string, to: string): Change => ({
  ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
  ...{ op: 'put', kind: 'link', value: { relation: 'same_actor', from, to } },
})

const variable = (name: string, value: string): Change => ({
  ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
  ...{ op: 'put', kind: 'variable', value: { variable: name, value } },
})

const noted = (note: string) => {
  const change = putAnnotation(0, 5, 'hero')
  return { ...change, value: { ...change.value, note } }
}

const invalid = { status: 422, code: 'invalid' } as const
const conflict = { status: 409, code: 'conflict' } as const
const notFound = { status: 404, code: 'not_found' } as const
const emoji = [...harbourText].indexOf('👩')
const rightOne = putAnnotation(0, 5, 'hero')
const atSegment = { ...invalid, fields: ['changes.1.value.segments.0'] }

const aboutChanges: BadRequest[] = [
  { title: 'a span ends after the text', call: changes([rightOne, putAnnotation(0, 5000, 'hero')]), ...atSegment },
  { title: 'a span begins after the text', call: changes([rightOne, putAnnotation(4000, 5000, 'hero')]), ...atSegment },
  { title: 'an offset is beyond 2^31', call: changes([rightOne, putAnnotation(0, 2 ** 40, 'hero')]), ...atSegment },
  { title: 'a span is empty', call: changes([rightOne, putAnnotation(5, 5, 'hero')]), ...atSegment },
  { title: 'a span runs backwards', call: changes([rightOne, putAnnotation(9, 5, 'hero')]), ...atSegment },
  {
    title: 'a span starts inside an emoji',
    call: changes([rightOne, putAnnotation(emoji + 1, 80, 'hero')]),
    ...atSegment,
  },
  {
    title: 'a span ends inside an emoji',
    call: changes([rightOne, putAnnotation(0, emoji + 2, 'hero')]),
    ...atSegment,
  },
  {
    title: 'the code is unknown',
    call: changes([putAnnotation(0, 5, 'saint')]),
    ...invalid,
    fields: ['changes.0.value.code'],
  },
  {
    title: 'the code is of another version',
    call: changes([putAnnotation(0, 5, 'martyr')]),
    ...invalid,
    fields: ['changes.0.value.code'],
  },
  {
    title: 'a value is unknown',
    call: changes([putAnnotation(0, 5, 'hero', { attributes: { voice: 'nobody' } })]),
    ...invalid,
  },
  {
    title: 'an attribute is unknown',
    call: changes([putAnnotation(0, 5, 'hero', { attributes: { mood: 'sad' } })]),
    ...invalid,
  },
  { title: 'a link has unknown ends', call: changes([link(newId(), newId())]), ...invalid },
  { title: 'a variable is unknown', call: changes([variable('mood', 'sad')]), ...invalid },
  { title: 'a variable has an unknown value', call: changes([variable('genre', 'poem')]), ...invalid },
  { title: 'a note holds a character that cannot be stored', call: changes([noted('a\u0000b')]), ...invalid },
  { title: 'a note holds half of a character', call: changes([noted('a\ud800b')]), ...invalid },
  {
    title: 'a mutationId is used twice',
    call: changes([rightOne, rightOne]),
    ...invalid,
    fields: ['changes.1.mutationId'],
  },
  { title: 'a new row names a version', call: changes([putAnnotation(0, 5, 'hero', { baseVersion: 3 })]), ...conflict },
  {
    title: 'a version is beyond 2^31',
    call: changes([putAnnotation(0, 5, 'hero', { baseVersion: 2 ** 40 })]),
    ...conflict,
  },
  {
    title: 'a deletion is of nothing',
    call: changes([deletionOf({ id: newId(), kind: 'annotation', version: 0 })]),
    ...conflict,
  },
  { title: 'the coding was submitted', call: changes([rightOne], (of) => of.codings.submitted), ...conflict },
  { title: 'the coding is another coder’s', call: changes([rightOne], (of) => of.codings.bens), ...notFound },
  { title: 'the coding is of another study', call: changes([rightOne], (of) => of.codings.zoes), ...notFound },
]

const request = (path: string, method: RouteCall['method'], as: string, more: (of: World) => Partial<RouteCall>) => {
  return (of: World): RouteCall => ({ path, method, as: of.study.actor(as), ...more(of) })
}
const submit = (codingId: (of: World) => string, body: unknown) =>
  request('codings/[codingId]/submit', 'POST', 'ana', (of) => ({ params: { codingId: codingId(of) }, body }))
const ofStudy = (path: string, as: string, query = '', more: Record<string, string> = {}) =>
  request(`studies/[studyId]/${path}`, 'GET', as, (of) => ({ params: { studyId: of.study.studyId, ...more }, query }))

const ofCoding = (path: string, method: 'POST' | 'PUT', as: string, whose: keyof World['codings'], body: unknown) =>
  request(`codings/[codingId]/${path}`, method, as, (of) => {
    return { params: { codingId: of.codings[whose], questionId: randomUUID() }, body }
  })

const forbidden = { status: 403, code: 'forbidden' } as const

const aboutTheRest: BadRequest[] = [
  {
    title: 'submit says nothing to code beside annotations',
    call: submit((of) => of.codings.open, { nothingToCode: true }),
    ...invalid,
    fields: ['nothingToCode'],
  },
  {
    title: 'submit comes again, but the other way',
    call: submit((of) => of.codings.submitted, { nothingToCode: true }),
    ...conflict,
  },
  { title: 'submit is of another coder’s coding', call: submit((of) => of.codings.bens, {}), ...notFound },
  {
    title: 'a coding is reopened that was not submitted',
    call: ofCoding('reopen', 'POST', 'ana', 'open', { reason: 'Misread.' }),
    ...conflict,
  },
  {
    title: 'a lead reopens one that was not submitted',
    call: ofCoding('reopen', 'POST', 'lea', 'bens', { reason: 'Misread.' }),
    ...conflict,
  },
  {
    title: 'the coder of a coding to reopen has left',
    call: ofCoding('reopen', 'POST', 'lea', 'mels', { reason: 'Misread.' }),
    ...conflict,
  },
  {
    title: 'a coder reopens another coder’s',
    call: ofCoding('reopen', 'POST', 'ana', 'bens', { reason: 'Misread.' }),
    ...notFound,
  },
  {
    title: 'a submitted text is said to be not eligible',
    call: ofCoding('eligibility', 'PUT', 'ana', 'submitted', { eligible: false, reason: 'An advert.' }),
    ...conflict,
  },
  {
    title: 'another coder’s text is said to be not eligible',
    call: ofCoding('eligibility', 'PUT', 'ana', 'bens', { eligible: false, reason: 'An advert.' }),
    ...notFound,
  },
  {
    title: 'time is noted for another coder',
    call: ofCoding('active', 'POST', 'ana', 'bens', { sessionId: randomUUID(), seconds: 5 }),
    ...notFound,
  },
  {
    title: 'somebody who does not code notes time',
    call: ofCoding('active', 'POST', 'lea', 'bens', { sessionId: randomUUID(), seconds: 5 }),
    ...forbidden,
  },
  {
    title: 'a question is about another coder’s coding',
    call: ofCoding('questions/[questionId]', 'PUT', 'ana', 'bens', { start: 0, end: 5, question: 'Why?' }),
    ...notFound,
  },
  {
    title: 'the coding read is another coder’s',
    call: request('codings/[codingId]', 'GET', 'ana', (of) => ({ params: { codingId: of.codings.bens } })),
    ...notFound,
  },
  {
    title: 'the list is of another coder',
    call: ofStudy('codings', 'ana', `coder=${randomUUID()}`),
    ...invalid,
    fields: ['coder'],
  },
  { title: 'the list is for somebody who does not code', call: ofStudy('codings', 'lea'), ...forbidden },
  { title: 'a coder asks for the agreement', call: ofStudy('agreement', 'ana'), ...forbidden },
  { title: 'the unit is unknown', call: ofStudy('agreement', 'lea', 'unit=verse'), ...invalid, fields: ['unit'] },
  { title: 'the format is unknown', call: ofStudy('agreement', 'lea', 'format=pdf'), ...invalid, fields: ['format'] },
  {
    title: 'the replicates are too many',
    call: ofStudy('agreement', 'lea', 'replicates=10001'),
    ...invalid,
    fields: ['replicates'],
  },
  { title: 'the seed is no number', call: ofStudy('agreement', 'lea', 'seed=often'), ...invalid, fields: ['seed'] },
  {
    title: 'a coder asks for an export',
    call: ofStudy('export/[table]', 'ana', '', { table: 'annotations.csv' }),
    ...forbidden,
  },
  { title: 'a coder asks for the review', call: ofStudy('review', 'ana'), ...forbidden },
  { title: 'the type is unknown', call: ofStudy('review', 'lea', 'type=D10'), ...invalid, fields: ['type'] },
  { title: 'the state is unknown', call: ofStudy('review', 'lea', 'state=lost'), ...invalid, fields: ['state'] },
  { title: 'the cause is unknown', call: ofStudy('review', 'lea', 'cause=weather'), ...invalid, fields: ['cause'] },
  { title: 'the reviewer is no id', call: ofStudy('review', 'lea', 'assignee=lea'), ...invalid, fields: ['assignee'] },
  { title: 'the round is unknown', call: ofStudy('review', 'lea', 'round=7'), ...invalid, fields: ['round'] },
  { title: 'the page is made up', call: ofStudy('review', 'lea', 'after=abc'), ...invalid, fields: ['after'] },
  {
    title: 'coders are asked for whose names are hidden',
    call: ofStudy('review', 'lea', 'pair=C01%20C02'),
    ...invalid,
    fields: ['pair'],
  },
  {
    title: 'a coder asks for the gold',
    call: ofStudy('export/[table]', 'ana', '', { table: 'gold.csv' }),
    ...forbidden,
  },
  { title: 'the table is unknown', call: ofStudy('export/[table]', 'lea', '', { table: 'secrets.csv' }), ...notFound },
]

describe.each(catalogue)('$method /api/$path', (entry) => {
  it.each(usualBadRequests(entry))('refuses when $title', expectRefusal, 30_000)
})

describe('a list of changes', () => {
  it.each(aboutChanges)('is refused when $title', expectRefusal)

  it('of a submitted coding shows no rows to build on', async () => {
    const bad = aboutChanges.find(({ title }) => title === 'the coding was submitted')
    expect(bad && (await expectRefusal(bad)).current).toBeUndefined()
  })
})

describe('a request', () => {
  it.each(aboutTheRest)('is refused when $title', expectRefusal)
})

it('every route file has its place in the catalogue', () => {
  const folder = path.resolve('app/api')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.dirname(file))
  const known = new Set([...catalogue.map((entry) => entry.path), ...Object.keys(withoutInput)])
  expect(files.filter((file) => !known.has(file))).toEqual([])
})

it('5,000 annotations on one document are taken and read back', async () => {
  const codingId = world.codings.open
  for (let list = 0; list < 10; list += 1) {
    const many = Array.from({ length: 500 }, (_, i) => putAnnotation(i % 40, 41 + (i % 5), 'hero'))
    expect((await call(changes(many)(world))).status).toBe(201)
  }
  expect(await db().annotation.count({ where: { codingId, deletedAt: null } })).toBe(5001)
  const entry = catalogue.find(({ path: name }) => name === 'codings/[codingId]')
  const view = entry && (await (await call(rightCall(entry, world))).json())
  expect(view).toMatchObject({ codingId })
  expect((view as { rows: unknown[] }).rows).toHaveLength(5001)
}, 60_000)
