import { z } from 'zod'
import type { CodebookIssue as IssueRow } from '../../prisma/generated/client'
import { announce } from '../changes'
import { type CodebookIssues, type IssueInput, resolutionSchema } from '../coding/review/codebook-issue'
import { db, type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { may } from '../policy'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { currentVersion } from './steps/codebook-draft'
import { readIssues } from './steps/review/issue-rows'
import { readSuggestions } from './steps/review/issue-suggestions'

/** The lead's form. */
export const resolveIssueInput = resolutionSchema.extend({ studyId: z.uuid(), issueId: z.uuid() })

/** More issues than this in one study are a mistake of a program; and so are more clusters of one issue. */
const mostIssues = 2000
const mostClusters = 1000

/**
 * The open points about rules of the codebook, by code and cause, with the clusters that show them; those that are
 * resolved; and what reviewers decided on so often for one cause that a rule may be missing.
 * @throws AppError forbidden for a reviewer who still codes
 */
export async function listIssues(actor: Actor, input: { studyId: string }): Promise<CodebookIssues> {
  const { studyId, roles } = await authorize(actor, input.studyId, 'review.read')
  const { codes } = await currentVersion(studyId, db())
  const labels = new Map(codes.map(({ key, label }) => [key, label]))
  return {
    issues: await readIssues(studyId, labels),
    suggestions: await readSuggestions(studyId, labels),
    codes: codes.toSorted((one, other) => one.position - other.position).map(({ key, label }) => ({ key, label })),
    mayFlag: may(roles, 'review.decide'),
    mayResolve: may(roles, 'review.manage'),
  }
}

async function refuseUnknownCode(tx: Transaction, studyId: string, key: string): Promise<void> {
  if ((await tx.code.count({ where: { studyId, key } })) > 0) return
  const problem = `There is no code ${key} in the codebook of this study.`
  throw new AppError('invalid', problem, { fields: { code: problem } })
}

/** @throws AppError conflict when another issue came under this id before */
function refuseOther(known: IssueRow, input: IssueInput): void {
  if (known.codeKey === input.code && known.cause === input.cause && known.text === input.text) return
  throw new AppError('conflict', 'Another issue was flagged under this id. Flag this one under a new id.')
}

async function insertIssue(tx: Transaction, studyId: string, createdById: string, input: IssueInput): Promise<void> {
  if ((await tx.codebookIssue.count({ where: { studyId } })) >= mostIssues) {
    throw new AppError('invalid', `A study has at most ${mostIssues.toLocaleString('en')} issues.`)
  }
  await refuseUnknownCode(tx, studyId, input.code)
  const { version } = await currentVersion(studyId, tx)
  const { id, code: codeKey, cause, text } = input
  await tx.codebookIssue.create({ data: { id, studyId, codeKey, cause, text, version, createdById } })
}

/** Links the clusters of this study among these to the issue. @returns how many were not linked before */
async function linkClusters(tx: Transaction, studyId: string, issueId: string, clusterIds: string[]): Promise<number> {
  const found = await tx.cluster.count({ where: { studyId, id: { in: clusterIds } } })
  if (found < new Set(clusterIds).size) {
    throw new AppError('not_found', 'A passage of these is no longer to be found: its coding changed. Reload the page.')
  }
  if ((await tx.codebookIssueCluster.count({ where: { issueId } })) + found > mostClusters) {
    throw new AppError('invalid', `An issue has at most ${mostClusters.toLocaleString('en')} passages.`)
  }
  return tx.$executeRaw`
    INSERT INTO "CodebookIssueCluster" ("issueId", "clusterId", "studyId", "roundId", "documentId", "lineages")
    SELECT ${issueId}::uuid, k."id", k."studyId", k."roundId", k."documentId", k."lineages" FROM "Cluster" k
    WHERE k."studyId" = ${studyId}::uuid AND k."id" = ANY(${clusterIds}::uuid[]) ON CONFLICT DO NOTHING`
}

/**
 * Flags what a rule of the codebook leaves open, with the clusters that show it. Flagging the same again changes nothing;
 * with further clusters it links them to the same issue.
 * @throws AppError forbidden for a reviewer who still codes; not_found for a cluster that there is not; conflict when the
 *   id was used for another issue; invalid for an unknown code
 */
export async function flagIssue(actor: Actor, input: { studyId: string } & IssueInput): Promise<{ issueId: string }> {
  return transaction(async (tx) => {
    const { studyId, id: memberId } = await authorize(actor, input.studyId, 'review.decide', tx)
    const known = await tx.codebookIssue.findUnique({ where: { studyId_id: { studyId, id: input.id } } })
    if (known) refuseOther(known, input)
    else await insertIssue(tx, studyId, memberId, input)
    const linked = await linkClusters(tx, studyId, input.id, input.clusterIds)
    if (known && linked === 0) return { issueId: known.id }
    const detail = { issueId: input.id, code: input.code, clusters: linked }
    await audit(tx, { actorId: actor.userId, studyId, action: known ? 'issue.linked' : 'issue.flagged', detail })
    await announce(tx, { studyId, about: 'review' })
    return { issueId: input.id }
  })
}

/**
 * Resolves an issue with a note on what was done about it; resolving it once more changes the note.
 * @throws AppError forbidden for a lead who still codes; not_found for an issue that there is not
 */
export async function resolveIssue(actor: Actor, input: z.infer<typeof resolveIssueInput>): Promise<void> {
  await transaction(async (tx) => {
    const { studyId } = await authorize(actor, input.studyId, 'review.manage', tx)
    const issue = await tx.codebookIssue.findUnique({ where: { studyId_id: { studyId, id: input.issueId } } })
    if (!issue) throw new AppError('not_found', 'This issue does not exist in this study. Reload the page.')
    if (issue.resolution === input.resolution) return
    const resolved = { resolution: input.resolution, resolvedAt: new Date() }
    await tx.codebookIssue.update({ where: { studyId_id: { studyId, id: issue.id } }, data: resolved })
    const detail = { issueId: issue.id, resolution: input.resolution }
    await audit(tx, { actorId: actor.userId, studyId, action: 'issue.resolved', detail })
    await announce(tx, { studyId, about: 'review' })
  })
}
