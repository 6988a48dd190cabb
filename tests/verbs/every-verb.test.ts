import { readdirSync } from 'node:fs'
import path from 'node:path'
import { v7 as newId } from 'uuid'
import { db } from '@/lib/db'
import { type Action, type MemberRole, memberRoles, policy } from '@/lib/policy'
import * as accounts from '@/lib/verbs/accounts'
import * as activeTime from '@/lib/verbs/active-time'
import * as agreement from '@/lib/verbs/agreement'
import * as annotations from '@/lib/verbs/annotations'
import * as codebookIssues from '@/lib/verbs/codebook-issues'
import * as codebooks from '@/lib/verbs/codebooks'
import * as codings from '@/lib/verbs/codings'
import * as decisions from '@/lib/verbs/decisions'
import * as discussions from '@/lib/verbs/discussions'
import * as documents from '@/lib/verbs/documents'
import * as eligibility from '@/lib/verbs/eligibility'
import * as entities from '@/lib/verbs/entities'
import * as exportVerbs from '@/lib/verbs/exports'
import * as gold from '@/lib/verbs/gold'
import * as health from '@/lib/verbs/health'
import * as members from '@/lib/verbs/members'
import * as outcomes from '@/lib/verbs/outcomes'
import * as progress from '@/lib/verbs/progress'
import * as questions from '@/lib/verbs/questions'
import * as review from '@/lib/verbs/review'
import * as reviewAssignments from '@/lib/verbs/review-assignments'
import * as revisions from '@/lib/verbs/revisions'
import * as rounds from '@/lib/verbs/rounds'
import * as sample from '@/lib/verbs/sample'
import * as settings from '@/lib/verbs/settings'
import type { Actor } from '@/lib/verbs/steps/authorize'
import * as studies from '@/lib/verbs/studies'
import * as studyChanges from '@/lib/verbs/study-changes'
import { aPerson, aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { decisionOn, firstCluster } from '../support/review'

/** Every verb x every role: who is let in, and who is told what. A verb without a row here fails. */

withTestDatabase()

const modules = {
  ...{ accounts, agreement, annotations, codebooks, codings, documents, entities, exports: exportVerbs, health },
  ...{ members, progress, sample, settings, studies, 'study-changes': studyChanges },
  ...{ 'active-time': activeTime, eligibility, questions, revisions },
  ...{ 'codebook-issues': codebookIssues, discussions, outcomes, rounds },
  ...{ decisions, gold, review, 'review-assignments': reviewAssignments },
}

/** Verbs that need no role: what they check instead is tested beside each of them. */
const withoutRole = [
  ...['isEmptyServer', 'createFirstAccount', 'checkPassword', 'changePassword', 'endAllSessions'],
  ...['readHealth', 'loadSampleStudy', 'listStudies', 'createStudy', 'readInvitation', 'acceptInvitation'],
]

interface World {
  study: TestStudy
  studyId: string
  documentId: string
  codingId: string
  /** Another coder's, submitted. */
  submittedId: string
  /** Of the coder whose coding is submitted. */
  questionId: string
  computationId: string
  roundId: string
  /** Approved names, and one that is archived. */
  names: Record<'tarn' | 'ruk' | 'gone', string>
  draft: codebooks.CodebookPage['codebook']
}

type Call = (actor: Actor, world: World) => Promise<unknown>

const everybody = memberRoles

/** The coder's own coding; everybody else, also another coder, asks for one that is not theirs. */
const codingFor = (_actor: Actor, { codingId }: World) => codingId

const rows: Record<string, { action: Action; call: Call }> = {
  readStudy: { action: 'study.read', call: (actor, { studyId }) => studies.readStudy(actor, { studyId }) },
  readProgress: { action: 'progress.read', call: (actor, { studyId }) => progress.readProgress(actor, { studyId }) },
  listMembers: { action: 'members.read', call: (actor, { studyId }) => members.listMembers(actor, { studyId }) },
  inviteMember: {
    action: 'members.change',
    call: (actor, { studyId }) => members.inviteMember(actor, { studyId, roles: ['coder'], note: '', days: 1 }),
  },
  revokeInvitation: {
    action: 'members.change',
    call: (actor, { studyId }) => members.revokeInvitation(actor, { studyId, invitationId: newId() }),
  },
  changeRoles: {
    action: 'members.change',
    call: async (actor, { studyId, study }) =>
      members.changeRoles(actor, { studyId, memberId: await study.membershipId('viewer'), roles: ['viewer'] }),
  },
  removeMember: {
    action: 'members.change',
    call: async (actor, { studyId, study }) =>
      members.removeMember(actor, { studyId, memberId: await study.membershipId('spare') }),
  },
  importDocuments: {
    action: 'documents.import',
    call: (actor, { studyId }) =>
      documents.importDocuments(actor, {
        ...{ studyId, dryRun: true, partial: false },
        documents: [{ title: 'New', text: 'A new text.', metadata: {} }],
      }),
  },
  importFiles: {
    action: 'documents.import',
    call: (actor, { studyId }) =>
      documents.importFiles(actor, {
        ...{ studyId, dryRun: true, partial: false },
        files: [{ name: 'a.txt', bytes: new TextEncoder().encode('A new text.') }],
      }),
  },
  listDocuments: {
    action: 'documents.read',
    call: (actor, { studyId }) => documents.listDocuments(actor, { studyId }),
  },
  readDocument: {
    action: 'documents.read',
    call: (actor, { studyId, documentId }) => documents.readDocument(actor, { studyId, documentId }),
  },
  readCodebook: { action: 'codebook.read', call: (actor, { studyId }) => codebooks.readCodebook(actor, { studyId }) },
  readCodebookHistory: {
    action: 'codebook.read',
    call: (actor, { studyId }) => codebooks.readCodebookHistory(actor, { studyId }),
  },
  readStudySettings: {
    action: 'study.change',
    call: (actor, { studyId }) => settings.readStudySettings(actor, { studyId }),
  },
  changeStudySettings: {
    action: 'study.change',
    call: (actor, { studyId }) =>
      settings.changeStudySettings(actor, {
        ...{ studyId, title: 'Another title', description: '', defaultUnit: 'token' },
        blinding: { hideOutlet: true, hideAuthor: false, hidePublished: false, hideUrl: false },
      }),
  },
  changeRoundSwitches: {
    action: 'study.change',
    call: (actor, { studyId, roundId }) =>
      settings.changeRoundSwitches(actor, { studyId, roundId, prefill: true, markAll: false }),
  },
  listEntities: {
    action: 'entities.change',
    call: (actor, { studyId }) => entities.listEntities(actor, { studyId }),
  },
  listUnknownWords: {
    action: 'words.read',
    call: (actor, { studyId }) => entities.listUnknownWords(actor, { studyId }),
  },
  approveEntity: {
    action: 'entities.change',
    call: (actor, { studyId }) => entities.approveEntity(actor, { studyId, name: 'Orsa', kind: 'place' }),
  },
  addAlias: {
    action: 'entities.change',
    call: (actor, { studyId, names }) =>
      entities.addAlias(actor, { studyId, entityId: names.tarn, alias: 'the mayor' }),
  },
  removeAlias: {
    action: 'entities.change',
    call: (actor, { studyId, names }) =>
      entities.removeAlias(actor, { studyId, entityId: names.tarn, alias: 'nobody' }),
  },
  renameEntity: {
    action: 'entities.change',
    call: (actor, { studyId, names }) =>
      entities.renameEntity(actor, { studyId, entityId: names.tarn, name: 'Ilse Tarn', kind: 'person' }),
  },
  mergeEntities: {
    action: 'entities.change',
    call: (actor, { studyId, names }) =>
      entities.mergeEntities(actor, { studyId, entityId: names.ruk, intoId: names.tarn }),
  },
  archiveEntity: {
    action: 'entities.change',
    call: (actor, { studyId, names }) => entities.archiveEntity(actor, { studyId, entityId: names.tarn }),
  },
  restoreEntity: {
    action: 'entities.change',
    call: (actor, { studyId, names }) => entities.restoreEntity(actor, { studyId, entityId: names.gone }),
  },
  replaceDraft: {
    action: 'codebook.change',
    call: (actor, { studyId, draft }) => codebooks.replaceDraft(actor, { studyId, codebook: draft }),
  },
  publishCodebook: {
    action: 'codebook.change',
    call: async (actor, world) => {
      await codebooks.replaceDraft(world.study.actor('lead'), { studyId: world.studyId, codebook: world.draft })
      return codebooks.publishCodebook(actor, { studyId: world.studyId })
    },
  },
  listMyCodings: { action: 'codings.do', call: (actor, { studyId }) => codings.listMyCodings(actor, { studyId }) },
  readCoding: {
    action: 'codings.do',
    call: async (actor, world) => codings.readCoding(actor, { codingId: codingFor(actor, world) }),
  },
  openCoding: {
    action: 'codings.do',
    call: async (actor, world) => codings.openCoding(actor, { codingId: codingFor(actor, world) }),
  },
  saveChanges: {
    action: 'codings.do',
    call: async (actor, world) =>
      annotations.saveChanges(actor, {
        codingId: codingFor(actor, world),
        changes: [
          {
            op: 'put',
            kind: 'variable',
            id: newId(),
            mutationId: newId(),
            baseVersion: 0,
            value: { variable: 'genre', value: 'news' },
          },
        ],
      }),
  },
  submitCoding: {
    action: 'codings.do',
    call: async (actor, world) =>
      codings.submitCoding(actor, { codingId: codingFor(actor, world), nothingToCode: true }),
  },
  reopenCoding: {
    action: 'codings.reopen',
    // A lead reopens anybody's, a coder the own.
    call: async (actor, { study, codingId, submittedId }) => {
      const isCoder = actor.userId === study.actor('coder').userId
      if (isCoder) await codings.submitCoding(actor, { codingId, nothingToCode: true })
      return revisions.reopenCoding(actor, { codingId: isCoder ? codingId : submittedId, reason: 'Misread.' })
    },
  },
  listDocumentCodings: {
    action: 'codings.manage',
    call: (actor, { studyId, documentId }) => revisions.listDocumentCodings(actor, { studyId, documentId }),
  },
  setEligibility: {
    action: 'codings.do',
    call: async (actor, world) =>
      eligibility.setEligibility(actor, { codingId: codingFor(actor, world), eligible: false, reason: 'An advert.' }),
  },
  decideEligibility: {
    action: 'codings.manage',
    call: (actor, { studyId, submittedId }) =>
      eligibility.decideEligibility(actor, { studyId, codingId: submittedId, decision: 'send_back' }),
  },
  noteActiveTime: {
    action: 'codings.do',
    call: async (actor, world) =>
      activeTime.noteActiveTime(actor, { codingId: codingFor(actor, world), sessionId: newId(), seconds: 5 }),
  },
  readActiveTime: {
    action: 'codings.manage',
    call: (actor, { studyId }) => activeTime.readActiveTime(actor, { studyId }),
  },
  askQuestion: {
    action: 'codings.do',
    call: async (actor, world) =>
      questions.askQuestion(actor, {
        ...{ codingId: codingFor(actor, world), questionId: newId() },
        ...{ start: 0, end: 5, question: 'Is a title part of the name?' },
      }),
  },
  listQuestions: {
    action: 'questions.answer',
    call: (actor, { studyId }) => questions.listQuestions(actor, { studyId }),
  },
  answerQuestion: {
    action: 'questions.answer',
    call: (actor, { studyId, submittedId: codingId, questionId }) =>
      questions.answerQuestion(actor, { studyId, codingId, questionId, answer: 'Yes.', makeRule: true }),
  },
  readAgreement: {
    action: 'agreement.read',
    call: (actor, { studyId }) => agreement.readAgreement(actor, { studyId, replicates: 0 }),
  },
  readAgreementDocument: {
    action: 'agreement.read',
    call: (actor, { studyId, documentId }) => agreement.readAgreementDocument(actor, { studyId, documentId }),
  },
  cancelAgreement: {
    action: 'agreement.read',
    call: (actor, { studyId, computationId }) => agreement.cancelAgreement(actor, { studyId, computationId }),
  },
  exportTable: {
    action: 'codings.export',
    call: (actor, { studyId }) => exportVerbs.exportTable(actor, { studyId, table: 'annotations.csv' }),
  },
  exportChecksum: {
    action: 'codings.export',
    call: (actor, { studyId }) => exportVerbs.exportChecksum(actor, { studyId, table: 'annotations.csv' }),
  },
  releaseRound: {
    action: 'review.manage',
    call: (actor, { studyId, roundId }) => rounds.releaseRound(actor, { studyId, roundId, released: true }),
  },
  showCoderNames: {
    action: 'review.manage',
    call: (actor, { studyId, roundId }) => rounds.showCoderNames(actor, { studyId, roundId, showNames: true }),
  },
  readThread: {
    action: 'discussion.read',
    call: async (actor, world) => {
      const { studyId } = await openedToCoders(world)
      return discussions.readThread(actor, { studyId, subject: 'code', code: 'hero' })
    },
  },
  isThreadOpen: {
    action: 'discussion.read',
    call: async (actor, world) => {
      const { studyId } = await openedToCoders(world)
      return discussions.isThreadOpen(actor, { studyId, subject: 'code', code: 'hero' })
    },
  },
  postComment: {
    action: 'discussion.take',
    call: async (actor, world) => {
      const { studyId } = await openedToCoders(world)
      return discussions.postComment(actor, { studyId, subject: 'code', code: 'hero', id: newId(), text: 'Why?' })
    },
  },
  takeStance: {
    action: 'stance.take',
    call: async (actor, world) => {
      const { studyId, clusterId, inputKey } = await openedToCoders(world)
      return discussions.takeStance(actor, { studyId, clusterId, id: newId(), inputKey, reading: 'A' })
    },
  },
  listMentions: {
    action: 'discussion.read',
    call: (actor, { studyId }) => discussions.listMentions(actor, { studyId }),
  },
  listIssues: {
    action: 'review.read',
    call: (actor, { studyId }) => codebookIssues.listIssues(actor, { studyId }),
  },
  flagIssue: {
    action: 'review.decide',
    call: async (actor, world) => {
      const { studyId, clusterId } = await openedToCoders(world)
      const issue = { id: newId(), code: 'hero', cause: null, text: 'What of a title?', clusterIds: [clusterId] }
      return codebookIssues.flagIssue(actor, { studyId, ...issue })
    },
  },
  resolveIssue: {
    action: 'review.manage',
    call: async (actor, world) => {
      const { studyId, clusterId } = await openedToCoders(world)
      const issue = { id: newId(), code: 'hero', cause: null, text: 'What of a title?', clusterIds: [clusterId] }
      await codebookIssues.flagIssue(world.study.actor('adjudicator'), { studyId, ...issue })
      return codebookIssues.resolveIssue(actor, { studyId, issueId: issue.id, resolution: 'Rule B3.' })
    },
  },
  readMyOutcomes: {
    action: 'outcome.read',
    call: (actor, { studyId }) => outcomes.readMyOutcomes(actor, { studyId }),
  },
  readMyOutcome: {
    action: 'outcome.read',
    call: async (actor, world) => {
      const { studyId, documentId } = await openedToCoders(world)
      return outcomes.readMyOutcome(actor, { studyId, documentId })
    },
  },
  readReviewQueue: {
    action: 'review.read',
    call: (actor, { studyId }) => review.readReviewQueue(actor, { studyId }),
  },
  readCluster: {
    action: 'review.read',
    call: async (actor, world) => {
      const { studyId, clusterId } = await openedToCoders(world)
      return review.readCluster(actor, { studyId, clusterId })
    },
  },
  readGold: {
    action: 'review.read',
    call: async (actor, world) => {
      const { studyId, documentId } = await openedToCoders(world)
      return gold.readGold(actor, { studyId, documentId })
    },
  },
  decide: {
    action: 'review.decide',
    call: async (actor, world) => {
      const { studyId, clusterId } = await openedToCoders(world)
      const cluster = await review.readCluster(world.study.actor('viewer'), { studyId, clusterId })
      const input = decisionOn(cluster, { outcome: 'send_back' })
      return decisions.decide(actor, { studyId, clusterId, filters: {}, ...input })
    },
  },
  decideInOneStep: {
    action: 'review.decide',
    call: (actor, { studyId, roundId }) =>
      decisions.decideInOneStep(actor, { studyId, roundId, step: 'half', batchId: newId() }),
  },
  undoStep: {
    action: 'review.decide',
    call: async (actor, { study, studyId, roundId }) => {
      const step = { studyId, roundId, step: 'half' as const, batchId: newId() }
      await decisions.decideInOneStep(study.actor('lead'), step)
      return decisions.undoStep(actor, { studyId, batchId: step.batchId, newBatchId: newId() })
    },
  },
  assignReview: {
    action: 'review.manage',
    call: (actor, { studyId, roundId }) => reviewAssignments.assignReview(actor, { studyId, roundId, assignees: [] }),
  },
  followChanges: {
    action: 'study.read',
    call: async (actor, { studyId }) => {
      const end = await studyChanges.followChanges(
        actor,
        { studyId },
        { notice: () => undefined, ended: () => undefined },
      )
      end()
    },
  },
}

/** Submits everything and opens the round to its coders, once. */
async function openedToCoders({ study, studyId, documentId, roundId }: World) {
  if ((await db().round.findUniqueOrThrow({ where: { id: roundId } })).releasedAt === null) {
    await study.annotate('coder', 0, 15, 'hero')
    await study.annotate('other', 0, 15, 'villain')
    for (const name of ['coder', 'other']) await study.submit(name)
    await rounds.releaseRound(study.actor('lead'), { studyId, roundId, released: true })
  }
  const cluster = await firstCluster(study, 'adjudicator')
  return { studyId, documentId, clusterId: cluster.id, inputKey: cluster.inputKey }
}

async function someNames(lead: Actor, studyId: string): Promise<World['names']> {
  const ids: string[] = []
  for (const name of ['Tarn', 'Ruk', 'Gone']) {
    await entities.approveEntity(lead, { studyId, name, kind: 'person' })
    const { approved } = await entities.listEntities(lead, { studyId })
    ids.push(approved.find((entity) => entity.name === name)?.id ?? '')
  }
  const [tarn = '', ruk = '', gone = ''] = ids
  await entities.archiveEntity(lead, { studyId, entityId: gone })
  return { tarn, ruk, gone }
}

async function aWorld(): Promise<World> {
  const people = {
    lead: ['lead'],
    coder: ['coder'],
    other: ['coder'],
    third: ['coder'],
    adjudicator: ['adjudicator'],
    viewer: ['viewer'],
    spare: ['viewer'],
  }
  const study = await aStudy({ people: people as Record<string, MemberRole[]> })
  const lead = study.actor('lead')
  const [document] = await documents.listDocuments(lead, { studyId: study.studyId })
  const { codebook } = await codebooks.readCodebook(lead, { studyId: study.studyId })
  const [submittedId, questionId] = [await study.codingId('third'), newId()]
  await questions.askQuestion(study.actor('third'), {
    ...{ codingId: submittedId, questionId, start: 0, end: 5, question: 'Is it?' },
  })
  await study.submit('third', { nothingToCode: true })
  const computation = { id: newId(), studyId: study.studyId, key: '0'.repeat(64), startedAt: new Date() }
  await db().agreementComputation.create({ data: { ...computation, heartbeatAt: new Date() } })
  return {
    study,
    studyId: study.studyId,
    documentId: document?.id ?? '',
    codingId: await study.codingId('coder'),
    ...{ submittedId, questionId },
    computationId: computation.id,
    roundId: (await db().round.findFirstOrThrow({ where: { studyId: study.studyId } })).id,
    names: await someNames(lead, study.studyId),
    draft: { ...codebook, version: '9.0.0' },
  }
}

const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? error,
  )

describe('the table of verbs', () => {
  it('has a module for every file of verbs', () => {
    const files = readdirSync('lib/verbs', { withFileTypes: true }).filter((entry) => entry.isFile())
    expect(Object.keys(modules).sort()).toEqual(files.map((file) => path.parse(file.name).name).sort())
  })

  it('has a row for every verb', () => {
    const verbs = Object.values(modules).flatMap((module) =>
      Object.entries(module).flatMap(([name, exported]) => (typeof exported === 'function' ? [name] : [])),
    )
    expect([...Object.keys(rows), ...withoutRole].sort()).toEqual(verbs.sort())
  })
})

it('has a verb for every action of the policy', () => {
  expect(new Set(Object.values(rows).map(({ action }) => action))).toEqual(new Set(Object.keys(policy)))
})

describe.each(Object.entries(rows))('%s', (_name, { action, call }) => {
  const allowed: readonly MemberRole[] = policy[action]

  it(`lets in ${allowed.join(', ')} and refuses the others`, async () => {
    const world = await aWorld()
    const refused = everybody.filter((role) => !allowed.includes(role))
    for (const role of refused) {
      expect([role, await outcome(call(world.study.actor(role), world))]).toEqual([role, 'forbidden'])
    }
    for (const role of allowed) {
      expect([role, await outcome(call(world.study.actor(role), world))]).toEqual([role, 'allowed'])
    }
  })

  it('tells who is no member, or no longer one, that there is nothing', async () => {
    const world = await aWorld()
    expect(await outcome(call(await aPerson('stranger'), world))).toBe('not_found')
    const lead = world.study.actor('lead')
    const name = allowed.includes('coder') ? 'coder' : 'viewer'
    await members.removeMember(lead, { studyId: world.studyId, memberId: await world.study.membershipId(name) })
    expect(await outcome(call(world.study.actor(name), world))).toBe('not_found')
  })
})

const aboutOwnCodings = [
  ...['readCoding', 'openCoding', 'saveChanges', 'submitCoding'],
  ...['reopenCoding', 'setEligibility', 'noteActiveTime', 'askQuestion'],
]

describe.each(aboutOwnCodings)('%s', (name) => {
  it('does not tell another coder whether the coding exists', async () => {
    const world = await aWorld()
    expect(await outcome(rows[name]?.call(world.study.actor('other'), world) ?? Promise.resolve())).toBe('not_found')
  })
})
