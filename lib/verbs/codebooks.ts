import { z } from 'zod'
import { announce } from '../changes'
import { type Codebook, codebookProblems, codebookSchema } from '../coding/codebook'
import { type CodebookChange, codebookChanges } from '../coding/codebook-diff'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { currentVersion, draftVersion, writeDraft } from './steps/codebook-draft'
import { publishRow, toCodebook } from './steps/codebook-rows'
import { lockStudy } from './steps/study-lock'

export const replaceDraftInput = z.object({ studyId: z.uuid(), codebook: codebookSchema })

export interface CodebookPage {
  /** The version that coders use. */
  codebook: Codebook
  versions: { version: string; state: 'draft' | 'published'; publishedAt: Date | null }[]
  /** What the lead is working on; absent for everybody else. */
  draft?: Codebook
}

/** The codebook in use, the list of versions, and for who may change it the draft. */
export async function readCodebook(actor: Actor, input: { studyId: string }): Promise<CodebookPage> {
  const { studyId } = await authorize(actor, input.studyId, 'codebook.read')
  const mayChange = await authorize(actor, studyId, 'codebook.change').then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'forbidden') return false
      throw error
    },
  )
  const draft = mayChange ? await draftVersion(studyId, db()) : null
  const versions = await db().codebookVersion.findMany({
    where: { studyId, ...(mayChange ? {} : { state: 'published' as const }) },
    select: { version: true, state: true, publishedAt: true },
    orderBy: { createdAt: 'desc' },
  })
  return {
    codebook: toCodebook(await currentVersion(studyId, db())),
    versions,
    ...(draft ? { draft: toCodebook(draft) } : {}),
  }
}

/** A published version, and what it changed in the one published before it; null for the first. */
export interface PublishedVersion {
  version: string
  publishedAt: Date | null
  changes: CodebookChange[] | null
}

/** The published versions of the codebook, the newest first, each with what it changed. */
export async function readCodebookHistory(actor: Actor, input: { studyId: string }): Promise<PublishedVersion[]> {
  const { studyId } = await authorize(actor, input.studyId, 'codebook.read')
  const versions = await db().codebookVersion.findMany({
    where: { studyId, state: 'published' },
    include: { codes: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  const published = versions.map((version) => ({ publishedAt: version.publishedAt, codebook: toCodebook(version) }))
  return published
    .map(({ publishedAt, codebook }, place) => {
      const before = published[place - 1]?.codebook
      return { version: codebook.version, publishedAt, changes: before ? codebookChanges(before, codebook) : null }
    })
    .reverse()
}

/**
 * Puts this codebook in the place of the draft. Published versions stay as they are.
 * @throws AppError invalid when its parts do not fit together, conflict when its version is published already
 */
export async function replaceDraft(actor: Actor, input: z.infer<typeof replaceDraftInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'codebook.change')
  const problems = codebookProblems(input.codebook)
  const [first] = Object.values(problems)
  if (first) throw new AppError('invalid', first, { fields: problems })
  await transaction(async (tx) => {
    await lockStudy(tx, studyId)
    await writeDraft(tx, actor, studyId, input.codebook)
  })
}

/**
 * Publishes the draft. Codings that nobody has opened yet move to the new version; opened ones are finished in theirs.
 * @throws AppError conflict when there is no draft
 */
export async function publishCodebook(actor: Actor, input: { studyId: string }): Promise<{ version: string }> {
  const { studyId } = await authorize(actor, input.studyId, 'codebook.change')
  return transaction(async (tx) => {
    await lockStudy(tx, studyId)
    const draft = await draftVersion(studyId, tx)
    if (!draft) throw new AppError('conflict', 'There is no draft to publish. Change the codebook first.')
    await publishRow(tx, draft.id)
    await tx.round.updateMany({ where: { studyId }, data: { codebookVersionId: draft.id } })
    await tx.coding.updateMany({ where: { studyId, state: 'assigned' }, data: { codebookVersionId: draft.id } })
    await audit(tx, {
      actorId: actor.userId,
      studyId,
      action: 'codebook.published',
      detail: { version: draft.version },
    })
    await announce(tx, { studyId, about: 'codebook' })
    return { version: draft.version }
  })
}
