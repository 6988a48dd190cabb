import { announce } from '../../changes'
import { type Codebook, codebookSchema } from '../../coding/codebook'
import { nextVersion } from '../../coding/codebook-version'
import type { Transaction } from '../../db'
import { AppError } from '../../errors'
import { audit } from './audit'
import type { Actor } from './authorize'
import { insertCodebook, toCodebook } from './codebook-rows'
import { lockStudy } from './study-lock'

/** The version that coders use. */
export function currentVersion(studyId: string, reader: Transaction) {
  return reader.codebookVersion.findFirstOrThrow({
    where: { studyId, state: 'published' },
    orderBy: { publishedAt: 'desc' },
    include: { codes: true },
  })
}

/** What the lead is working on, if anything. */
export function draftVersion(studyId: string, reader: Transaction) {
  return reader.codebookVersion.findFirst({ where: { studyId, state: 'draft' }, include: { codes: true } })
}

async function dropDraft(tx: Transaction, studyId: string): Promise<void> {
  const draft = await draftVersion(studyId, tx)
  if (!draft) return
  await tx.code.deleteMany({ where: { codebookVersionId: draft.id } })
  await tx.codebookVersion.delete({ where: { id: draft.id } })
}

/** The version that the next draft gets. */
async function freeVersion(tx: Transaction, studyId: string, latest: string): Promise<string> {
  const published = await tx.codebookVersion.findMany({
    where: { studyId, state: 'published' },
    select: { version: true },
  })
  return nextVersion(
    latest,
    published.map(({ version }) => version),
  )
}

async function refuseTakenVersion(tx: Transaction, studyId: string, version: string): Promise<void> {
  const taken = await tx.codebookVersion.findFirst({ where: { studyId, version, state: 'published' } })
  if (taken) {
    const message = `Version ${version} is published already. Give the draft a higher version.`
    throw new AppError('conflict', message, { fields: { version: message } })
  }
}

/** Puts this codebook in the place of the draft. The study must be locked. @throws AppError conflict for its version */
export async function writeDraft(tx: Transaction, actor: Actor, studyId: string, codebook: Codebook): Promise<void> {
  await refuseTakenVersion(tx, studyId, codebook.version)
  await dropDraft(tx, studyId)
  await insertCodebook(tx, studyId, codebook, 'draft')
  await audit(tx, { actorId: actor.userId, studyId, action: 'codebook.draft_replaced' })
  await announce(tx, { studyId, about: 'codebook' })
}

/**
 * Adds a rule for all codes to the draft of the codebook, or to the next free version of the codebook in use where there is no
 * draft; unless that has it already.
 * @returns the version that has the rule
 * @throws AppError conflict when the codebook takes no more rules
 */
export async function addRule(tx: Transaction, actor: Actor, studyId: string, rule: string): Promise<string> {
  await lockStudy(tx, studyId)
  const draft = await draftVersion(studyId, tx)
  const latest = toCodebook(draft ?? (await currentVersion(studyId, tx)))
  if (latest.rules.includes(rule)) return latest.version
  const version = draft ? latest.version : await freeVersion(tx, studyId, latest.version)
  const grown = codebookSchema.safeParse({ ...latest, version, rules: [...latest.rules, rule] })
  if (!grown.success) {
    throw new AppError('conflict', 'The codebook takes no more rules. Merge some in its draft, then answer again.')
  }
  await writeDraft(tx, actor, studyId, grown.data)
  return version
}
