import { writeCodebookJson } from '@/lib/formats/codebook-json'
import { putAnnotation, smallCodebook, type TestStudy } from '../support/builders'
import type { Method, RouteCall } from '../support/requests'

/** The people and studies that the bad requests are about; nothing in it changes while they are sent. */
export interface World {
  /** Lea leads; Ana and Ben code; Mel coded and was removed. Ana submitted her coding of text 2. */
  study: TestStudy
  /** Zoe's, who is in no other study. */
  other: TestStudy
  /** Ana's codings of the texts 1 and 2, and Ben's and Mel's of text 1. */
  codings: { open: string; submitted: string; bens: string; mels: string; zoes: string }
}

type Params = Record<string, string>

/** One route and method: how it is called rightly, from which the usual bad requests are made. */
export interface CatalogueEntry {
  path: string
  method: Method
  /** Who may call it. */
  as: 'ana' | 'lea'
  params?: (world: World) => Params
  /** The same address of Mel, who was removed; by default that of everybody. */
  melsParams?: (world: World) => Params
  query?: string
  /** A body it takes. */
  body?: unknown
  /** Bodies of wrong type or shape, by what is wrong with them. */
  wrongBodies?: Record<string, unknown>
  /** In bytes; 1 MiB unless said. */
  bodyLimit?: number
}

const study = (world: World): Params => ({ studyId: world.study.studyId })
const coding = (world: World): Params => ({ codingId: world.codings.open })
const mels = (world: World): Params => ({ codingId: world.codings.mels })
const notEvenAnObject = { null: null, 'a list': [], 'a text': 'text', 'a number': 7 }
const put = putAnnotation(0, 5, 'hero')
const questionId = '0197a000-0000-7000-8000-000000000001'
const clusterId = '0197a000-0000-7000-8000-000000000002'
const issueId = '0197a000-0000-7000-8000-000000000003'
const said = { id: questionId, subject: 'code', code: 'hero', text: 'When is somebody a hero?' }
const wanted = { id: questionId, inputKey: '0197a000-0000-7000-8000-000000000004', reading: 'B' }
const flagged = { id: issueId, code: 'hero', cause: 'rule_gap', text: 'What of a title?', clusterIds: [clusterId] }
const batchId = '0197a000-0000-7000-8000-000000000005'
const decided = {
  ...{ id: questionId, inputKey: wanted.inputKey, supersedes: null, outcome: 'reject_all' },
  ...{ cause: 'slip', rationale: 'Neither is right.' },
}
const stepped = { roundId: '0197a000-0000-7000-8000-000000000006', step: 'unanimous', batchId }
const writtenNew = { code: 'hero', segments: [{ part: 'span', start: 0, end: 5 }] }
const asked = { start: 0, end: 5, question: 'Is a title part of the name?' }

/** Every route that takes input. A route file without an entry fails the test. */
export const catalogue: CatalogueEntry[] = [
  { path: 'codings/[codingId]', method: 'GET', as: 'ana', params: coding, melsParams: mels },
  { path: 'codings/[codingId]/open', method: 'POST', as: 'ana', params: coding, melsParams: mels },
  {
    path: 'codings/[codingId]/changes',
    method: 'POST',
    as: 'ana',
    params: coding,
    melsParams: mels,
    body: { changes: [put] },
    bodyLimit: 2 * 1024 * 1024,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a list of no changes': { changes: [] },
      'an object of changes': { changes: {} },
      'a list of numbers': { changes: [7] },
      'a list with something beside it': { changes: [put], more: 1 },
      'an unknown operation': { changes: [{ ...put, op: 'patch' }] },
      'a change whose id is a word': { changes: [{ ...put, id: 'seven' }] },
      'a change without mutationId': { changes: [{ ...put, mutationId: undefined }] },
      'a version as text': { changes: [{ ...put, baseVersion: '0' }] },
      'a version below zero': { changes: [{ ...put, baseVersion: -1 }] },
      'a put of nothing': { changes: [{ ...put, value: null }] },
      'an offset between two characters': { changes: [putAnnotation(0.5, 5, 'hero')] },
      'an offset before the text': { changes: [putAnnotation(-1, 5, 'hero')] },
      'more than 500 changes': { changes: Array.from({ length: 501 }, () => put) },
    },
  },
  {
    path: 'codings/[codingId]/submit',
    method: 'POST',
    as: 'ana',
    params: coding,
    melsParams: mels,
    body: { nothingToCode: true },
    wrongBodies: { ...notEvenAnObject, 'a word for yes': { nothingToCode: 'yes' }, 'another word': { nothing: true } },
  },
  {
    path: 'codings/[codingId]/reopen',
    method: 'POST',
    as: 'ana',
    params: (world) => ({ codingId: world.codings.submitted }),
    melsParams: mels,
    body: { reason: 'A name was misread.' },
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a reason of blanks': { reason: '  ' },
      'a reason without end': { reason: 'a'.repeat(2001) },
      'a reason that cannot be stored': { reason: 'a\u0000b' },
      'a reason with something beside it': { reason: 'Misread.', more: 1 },
    },
  },
  {
    path: 'codings/[codingId]/eligibility',
    method: 'PUT',
    as: 'ana',
    params: coding,
    melsParams: mels,
    body: { eligible: false, reason: 'It is an advert.' },
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'not eligible without reason': { eligible: false },
      'an empty reason': { eligible: false, reason: '' },
      'eligible with a reason': { eligible: true, reason: 'It is none.' },
      'a word for no': { eligible: 'no', reason: 'It is an advert.' },
    },
  },
  {
    path: 'codings/[codingId]/active',
    method: 'POST',
    as: 'ana',
    params: coding,
    melsParams: mels,
    body: { sessionId: '0197a000-0000-7000-8000-000000000000', seconds: 60 },
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a sitting that is a word': { sessionId: 'today', seconds: 60 },
      'seconds as text': { sessionId: '0197a000-0000-7000-8000-000000000000', seconds: '60' },
      'half a second': { sessionId: '0197a000-0000-7000-8000-000000000000', seconds: 0.5 },
      'time that runs backwards': { sessionId: '0197a000-0000-7000-8000-000000000000', seconds: -1 },
      'more than a year': { sessionId: '0197a000-0000-7000-8000-000000000000', seconds: 2 ** 31 },
    },
  },
  {
    path: 'codings/[codingId]/questions/[questionId]',
    method: 'PUT',
    as: 'ana',
    params: (world) => ({ ...coding(world), questionId }),
    melsParams: (world) => ({ ...mels(world), questionId }),
    body: asked,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a question of blanks': { ...asked, question: ' ' },
      'a question without end': { ...asked, question: 'a'.repeat(2001) },
      'half of a character': { ...asked, question: 'a\ud800b' },
      'a passage between two characters': { ...asked, start: 0.5 },
      'a passage before the text': { ...asked, start: -1 },
      'a passage after the text': { ...asked, end: 5000 },
      'an offset beyond 2^31': { ...asked, end: 2 ** 40 },
      'an empty passage': { ...asked, start: 5 },
      'a passage that runs backwards': { ...asked, start: 9 },
    },
  },
  { path: 'studies', method: 'GET', as: 'ana' },
  {
    path: 'studies',
    method: 'POST',
    as: 'ana',
    body: { title: 'Harbour', template: 'empty' },
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a study without title': { title: '', template: 'empty' },
      'an unknown template': { title: 'Harbour', template: 'full' },
      'a title that cannot be stored': { title: 'a\u0000b', template: 'empty' },
    },
  },
  { path: 'studies/[studyId]/codings', method: 'GET', as: 'ana', params: study, query: 'coder=me' },
  { path: 'studies/[studyId]/changes', method: 'GET', as: 'ana', params: study },
  { path: 'studies/[studyId]/agreement', method: 'GET', as: 'lea', params: study },
  {
    path: 'studies/[studyId]/agreement/[computationId]/cancel',
    method: 'POST',
    as: 'lea',
    params: (world) => ({ ...study(world), computationId: '0197a000-0000-7000-8000-000000000000' }),
  },
  {
    path: 'studies/[studyId]/agreement/documents/[documentId]',
    method: 'GET',
    as: 'lea',
    params: (world) => ({ ...study(world), documentId: 'D0002' }),
  },
  {
    path: 'studies/[studyId]/export/[table]',
    method: 'GET',
    as: 'lea',
    params: (world) => ({ ...study(world), table: 'annotations.csv' }),
  },
  {
    path: 'studies/[studyId]/export/[table]',
    method: 'GET',
    as: 'lea',
    params: (world) => ({ ...study(world), table: 'annotations.csv.sha256' }),
  },
  { path: 'studies/[studyId]/codebook', method: 'GET', as: 'ana', params: study },
  {
    path: 'studies/[studyId]/codebook',
    method: 'PUT',
    as: 'lea',
    params: study,
    body: writeCodebookJson({ ...smallCodebook, version: '3.0.0' }),
    bodyLimit: 4 * 1024 * 1024,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'codes as a word': { version: 1, codes: 'all' },
      'a definition that cannot be stored': writeCodebookJson({
        ...{ ...smallCodebook, version: '3.0.0', description: 'a\u0000b' },
      }),
    },
  },
  { path: 'studies/[studyId]/threads', method: 'GET', as: 'lea', params: study, query: 'subject=code&code=hero' },
  {
    path: 'studies/[studyId]/threads',
    method: 'POST',
    as: 'lea',
    params: study,
    body: said,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a comment of blanks': { ...said, text: ' ' },
      'a comment without end': { ...said, text: 'a'.repeat(4001) },
      'a comment that cannot be stored': { ...said, text: 'a\u0000b' },
      'a comment about nothing': { ...said, code: undefined },
      'a comment about two things': { ...said, clusterId },
      'a comment about something else': { ...said, subject: 'study' },
      'a comment whose id is a word': { ...said, id: 'seven' },
      'a comment with something beside it': { ...said, more: 1 },
    },
  },
  {
    path: 'studies/[studyId]/clusters/[clusterId]/stances',
    method: 'POST',
    as: 'ana',
    params: (world) => ({ ...study(world), clusterId }),
    body: wanted,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a reading that is no letter': { ...wanted, reading: 'C01' },
      'a stance whose id is a word': { ...wanted, id: 'seven' },
      'a stance on no input': { ...wanted, inputKey: undefined },
    },
  },
  { path: 'studies/[studyId]/review', method: 'GET', as: 'lea', params: study, query: 'type=D3&state=open' },
  {
    path: 'studies/[studyId]/review/steps',
    method: 'POST',
    as: 'lea',
    params: study,
    body: stepped,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'an unknown step': { ...stepped, step: 'all' },
      'a round that is a number': { ...stepped, roundId: 1 },
      'a step without id': { ...stepped, batchId: undefined },
      'a step with something beside it': { ...stepped, more: 1 },
    },
  },
  {
    path: 'studies/[studyId]/review/steps/[batchId]/undo',
    method: 'POST',
    as: 'lea',
    params: (world) => ({ ...study(world), batchId }),
    body: { newBatchId: questionId },
    wrongBodies: { ...notEvenAnObject, 'an empty object': {}, 'an id that is a word': { newBatchId: 'seven' } },
  },
  {
    path: 'studies/[studyId]/clusters/[clusterId]',
    method: 'GET',
    as: 'lea',
    params: (world) => ({ ...study(world), clusterId }),
  },
  {
    path: 'studies/[studyId]/clusters/[clusterId]/decisions',
    method: 'POST',
    as: 'lea',
    params: (world) => ({ ...study(world), clusterId }),
    body: decided,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'an unknown outcome': { ...decided, outcome: 'coin' },
      'an outcome of a step for many': { ...decided, method: 'rule' },
      'an unknown cause': { ...decided, cause: 'weather' },
      'a decision without id': { ...decided, id: undefined },
      'a decision on no input': { ...decided, inputKey: undefined },
      'a decision that does not say what it supersedes': { ...decided, supersedes: undefined },
      'a rationale without end': { ...decided, rationale: 'a'.repeat(4001) },
      'a rationale that cannot be stored': { ...decided, rationale: 'a\u0000b' },
      'a reading that is no letter': { ...decided, accepted: [{ reading: 'C01', annotationId: questionId }] },
      'an annotation without text': { ...decided, annotations: [{ ...writtenNew, segments: [] }] },
      'an annotation between two characters': {
        ...{ ...decided, annotations: [{ ...writtenNew, segments: [{ part: 'span', start: 0.5, end: 5 }] }] },
      },
      'more than 50 annotations': { ...decided, annotations: Array.from({ length: 51 }, () => writtenNew) },
      'a decision with something beside it': { ...decided, more: 1 },
    },
  },
  { path: 'studies/[studyId]/issues', method: 'GET', as: 'lea', params: study },
  {
    path: 'studies/[studyId]/issues',
    method: 'POST',
    as: 'lea',
    params: study,
    body: flagged,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'an issue of blanks': { ...flagged, text: ' ' },
      'an issue without end': { ...flagged, text: 'a'.repeat(4001) },
      'an unknown cause': { ...flagged, cause: 'weather' },
      'an unknown code': { ...flagged, code: 'saint' },
      'an issue without a passage': { ...flagged, clusterIds: [] },
      'more than 200 passages': { ...flagged, clusterIds: Array.from({ length: 201 }, () => clusterId) },
    },
  },
  {
    path: 'studies/[studyId]/issues/[issueId]/resolve',
    method: 'POST',
    as: 'lea',
    params: (world) => ({ ...study(world), issueId }),
    body: { resolution: 'Rule B3 says it now.' },
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'a note of blanks': { resolution: ' ' },
      'a note without end': { resolution: 'a'.repeat(4001) },
    },
  },
  { path: 'studies/[studyId]/entities', method: 'GET', as: 'lea', params: study },
  { path: 'studies/[studyId]/codebook/publish', method: 'POST', as: 'lea', params: study },
  { path: 'studies/[studyId]/documents', method: 'GET', as: 'lea', params: study },
  {
    path: 'studies/[studyId]/documents',
    method: 'POST',
    as: 'lea',
    params: study,
    body: { documents: [{ title: 'A', text: 'Some text.' }] },
    bodyLimit: 64 * 1024 * 1024,
    wrongBodies: {
      ...notEvenAnObject,
      'an empty object': {},
      'documents as a word': { documents: 'all' },
      'a text that is a number': { documents: [{ title: 'A', text: 7 }] },
      'a title that cannot be stored': { documents: [{ title: 'a\u0000b', text: 'Some text.' }] },
    },
  },
]

/** Routes without input of ours, each with the reason. */
export const withoutInput: Record<string, string> = {
  'openapi.json': 'takes no input and says nothing of anybody',
  health: 'takes no input and answers everybody',
  'auth/[...nextauth]':
    'is next-auth; its door is tested in session.test.ts and, on the built server, in the security journey',
}

/** The right request of an entry, made by who may make it. */
export function rightCall(entry: CatalogueEntry, world: World): RouteCall {
  return {
    path: entry.path,
    method: entry.method,
    as: world.study.actor(entry.as),
    ...(entry.params ? { params: entry.params(world) } : {}),
    ...(entry.query ? { query: entry.query } : {}),
    ...(entry.body === undefined ? {} : { body: entry.body }),
  }
}
