import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { codebookTemplate } from '../coding/templates/templates'
import { db, transaction } from '../db'
import { type MemberRole, may } from '../policy'
import { countOpenQuestions } from './steps/asked-questions'
import { audit } from './steps/audit'
import { type Actor, authorize, heldBackDocuments } from './steps/authorize'
import { insertCodebook } from './steps/codebook-rows'
import { isNewestRevision } from './steps/coding-revisions'
import { insertMembership } from './steps/memberships'
import { countSentBack } from './steps/outcomes/sent-back'

export const createStudyInput = z.object({
  title: z.string().trim().min(1, 'Give the study a title.').max(200),
  template: z.enum(['starter', 'default', 'empty']),
  /** The lead codes too. */
  alsoCode: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
})

/**
 * Creates a study with a published codebook and one round in which every coder codes every document: nothing else has
 * to be set up before the first document.
 */
export async function createStudy(actor: Actor, input: z.infer<typeof createStudyInput>): Promise<{ studyId: string }> {
  const studyId = randomUUID()
  await transaction(async (tx) => {
    await tx.study.create({
      data: { id: studyId, title: input.title, seed: randomInt(2 ** 31 - 1), createdById: actor.userId },
    })
    await insertMembership(tx, { studyId, userId: actor.userId, roles: input.alsoCode ? ['lead', 'coder'] : ['lead'] })
    const codebookVersionId = await insertCodebook(tx, studyId, codebookTemplate(input.template), 'published')
    await tx.round.create({
      data: {
        id: randomUUID(),
        studyId,
        number: 1,
        title: 'Main round',
        purpose: 'main',
        codebookVersionId,
        plan: { design: 'everyone' },
      },
    })
    await audit(tx, { actorId: actor.userId, studyId, action: 'study.created' })
  })
  return { studyId }
}

interface StudySummary {
  id: string
  title: string
  roles: MemberRole[]
  pseudonym: string
  documents: number
  own: { assigned: number; submitted: number }
}

/** How many codings each of these members has to do and has done, leaving out what they hold not eligible. */
async function ownCounts(memberIds: string[]) {
  const counts = await db().$queryRaw<{ coderId: string; assigned: number; submitted: number }[]>`
    SELECT c."coderId"::text AS "coderId", count(*) FILTER (WHERE c."submittedAt" IS NULL)::int AS "assigned",
      count(*) FILTER (WHERE c."submittedAt" IS NOT NULL)::int AS "submitted"
    FROM "Coding" c
    WHERE c."coderId" = ANY(${memberIds}::uuid[]) AND c."kind" = 'human' AND c."ineligibleReason" IS NULL
      AND ${isNewestRevision}
    GROUP BY c."coderId"`
  return (memberId: string) => {
    const { assigned = 0, submitted = 0 } = counts.find(({ coderId }) => coderId === memberId) ?? {}
    return { assigned, submitted }
  }
}

/** The studies the actor is a member of, newest first, with the actor's own progress. */
export async function listStudies(actor: Actor): Promise<StudySummary[]> {
  const memberships = await db().membership.findMany({
    where: { userId: actor.userId, leftAt: null },
    include: { study: { select: { title: true, _count: { select: { documents: true } } } } },
    orderBy: [{ study: { createdAt: 'desc' } }, { studyId: 'asc' }],
  })
  const countsOf = await ownCounts(memberships.map((membership) => membership.id))
  return memberships.map((membership) => ({
    id: membership.studyId,
    title: membership.study.title,
    roles: membership.roles,
    pseudonym: membership.pseudonym,
    documents: membership.study._count.documents,
    own: countsOf(membership.id),
  }))
}

interface StudyPage {
  id: string
  title: string
  description: string
  roles: MemberRole[]
  pseudonym: string
  documents: number
  /** Coders in the study; 0 for who may not know it. */
  coders: number
  own: { total: number; submitted: number; nextCodingId?: string }
  /** Questions of coders that wait for this lead; 0 for everybody else. */
  openQuestions: number
  /** Passages that reviewers sent back to this coder, and the coder has still to look at; 0 for everybody else. */
  sentBack: number
}

/** The study's front page for this member: what it is, and what waits for them. */
export async function readStudy(actor: Actor, input: { studyId: string }): Promise<StudyPage> {
  const membership = await authorize(actor, input.studyId, 'study.read')
  const { studyId } = membership
  const study = await db().study.findUniqueOrThrow({
    where: { id: studyId },
    include: { _count: { select: { documents: true } } },
  })
  const next = await db().coding.findFirst({
    where: { studyId, coderId: membership.id, state: { in: ['assigned', 'open'] }, ineligibleReason: null },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const counts = (await ownCounts([membership.id]))(membership.id)
  const isLead = membership.roles.includes('lead')
  return {
    id: studyId,
    title: study.title,
    description: study.description,
    roles: membership.roles,
    pseudonym: membership.pseudonym,
    documents: study._count.documents,
    coders: isLead ? await db().membership.count({ where: { studyId, leftAt: null, roles: { has: 'coder' } } }) : 0,
    own: {
      total: counts.assigned + counts.submitted,
      submitted: counts.submitted,
      ...(next ? { nextCodingId: next.id } : {}),
    },
    openQuestions: may(membership.roles, 'questions.answer')
      ? await countOpenQuestions(studyId, await heldBackDocuments(membership, 'questions.answer'))
      : 0,
    sentBack: await countSentBack(membership),
  }
}
