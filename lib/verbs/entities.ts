import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client'
import { entityKinds, foldedName } from '../coding/entity-names'
import { groupedWords, type WordGroup } from '../coding/word-groups'
import { AppError } from '../errors'
import { type Actor, authorize } from './steps/authorize'
import { changeEntities, type EntityList, refuseTaken } from './steps/entity-changes'
import { type ListedEntity, readEntities, readEntityNames } from './steps/entity-rows'
import { readUsedWords } from './steps/used-words'

const name = z.string().trim().min(1, 'Write a name.').max(500, 'At most 500 characters.')
const kind = z.enum(entityKinds)
const entity = z.object({ studyId: z.uuid(), entityId: z.uuid() })

export const approveEntityInput = z.object({ studyId: z.uuid(), name, kind })
export const changeAliasInput = entity.extend({ alias: name })
export const renameEntityInput = entity.extend({ name, kind })
export const mergeEntitiesInput = entity.extend({ intoId: z.uuid() })
export const archiveEntityInput = entity

/** The names that the lead approved, and those that were archived; sorted by name. */
export async function listEntities(
  actor: Actor,
  input: { studyId: string },
): Promise<{ approved: ListedEntity[]; archived: ListedEntity[] }> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  return { approved: await readEntities(studyId, 'approved'), archived: await readEntities(studyId, 'archived') }
}

/** More words than this nobody decides on at once. */
const mostWords = 1000

/**
 * The words in submitted codings that stand for no approved entity, the most frequent first; spellings that differ in
 * case or white space alone together.
 * @returns at most 1,000 of them, and how many there are beside
 * @throws AppError forbidden for a lead who still codes
 */
export async function listUnknownWords(
  actor: Actor,
  input: { studyId: string },
): Promise<{ words: WordGroup[]; more: number }> {
  const { studyId } = await authorize(actor, input.studyId, 'words.read')
  const used = await readUsedWords(studyId, Prisma.sql`c."kind" = 'human' AND c."submittedAt" IS NOT NULL`)
  const groups = groupedWords(used, await readEntityNames(studyId))
  return { words: groups.slice(0, mostWords), more: Math.max(0, groups.length - mostWords) }
}

function newName(list: EntityList, entityId: string, word: string, isCanonical: boolean) {
  return { studyId: list.studyId, entityId, name: word, folded: foldedName(word), isCanonical }
}

/** Puts a name into the list. One that is there already, with this kind, stays as it is. */
export async function approveEntity(actor: Actor, input: z.infer<typeof approveEntityInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  await changeEntities(actor, studyId, async (list) => {
    const owner = list.owner(input.name)
    if (owner?.name === input.name && owner.kind === input.kind) return undefined
    refuseTaken(owner, input.name, 'name')
    const entityId = randomUUID()
    await list.tx.entity.create({ data: { id: entityId, studyId, kind: input.kind } })
    await list.tx.entityName.create({ data: newName(list, entityId, input.name, true) })
    return { entityId, action: 'approved' }
  })
}

/** Makes a word another name of an entity. @throws AppError conflict when it stands for another one */
export async function addAlias(actor: Actor, input: z.infer<typeof changeAliasInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  await changeEntities(actor, studyId, async (list) => {
    const { id } = list.entity(input.entityId)
    const owner = list.owner(input.alias)
    if (owner?.id === id) return undefined
    refuseTaken(owner, input.alias, 'alias')
    await list.tx.entityName.create({ data: newName(list, id, input.alias, false) })
    return { entityId: id, action: 'alias_added', detail: { alias: input.alias } }
  })
}

/** Takes an alias away from an entity: the word then stands for itself. @throws AppError conflict for the name itself */
export async function removeAlias(actor: Actor, input: z.infer<typeof changeAliasInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  await changeEntities(actor, studyId, async (list) => {
    const { id, name: canonical } = list.entity(input.entityId)
    const folded = foldedName(input.alias)
    if (folded === foldedName(canonical)) {
      throw new AppError('conflict', `${canonical} is the name itself. Rename the entry, or archive it.`)
    }
    const { count } = await list.tx.entityName.deleteMany({ where: { entityId: id, folded } })
    return count === 0 ? undefined : { entityId: id, action: 'alias_removed', detail: { alias: input.alias } }
  })
}

/**
 * Gives an entity another name or kind. The name before stays as an alias, so that its words still stand for it; a name
 * that differs in case or white space alone is replaced.
 * @throws AppError conflict when the name stands for another entity
 */
export async function renameEntity(actor: Actor, input: z.infer<typeof renameEntityInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  await changeEntities(actor, studyId, async (list) => {
    const { tx } = list
    const old = list.entity(input.entityId)
    if (old.name === input.name && old.kind === input.kind) return undefined
    const owner = list.owner(input.name)
    if (owner?.id !== old.id) refuseTaken(owner, input.name, 'name')
    await tx.entity.update({ where: { id: old.id }, data: { kind: input.kind } })
    await tx.entityName.updateMany({ where: { entityId: old.id }, data: { isCanonical: false } })
    const changed = newName(list, old.id, input.name, true)
    const key = { entityId_folded: { entityId: old.id, folded: changed.folded } }
    await tx.entityName.upsert({ where: key, create: changed, update: { name: changed.name, isCanonical: true } })
    return { entityId: old.id, action: 'renamed', detail: { from: old.name } }
  })
}

async function isMergedInto({ tx, studyId }: EntityList, entityId: string, intoId: string): Promise<boolean> {
  return (await tx.entity.count({ where: { studyId, id: entityId, mergedIntoId: intoId } })) > 0
}

/** Makes two entities one: all names of the first become aliases of the other, and the first is archived. */
export async function mergeEntities(actor: Actor, input: z.infer<typeof mergeEntitiesInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  if (input.entityId === input.intoId) throw new AppError('invalid', 'Choose two different names to merge.')
  await changeEntities(actor, studyId, async (list) => {
    if (await isMergedInto(list, input.entityId, input.intoId)) return undefined
    const [from, into] = [list.entity(input.entityId), list.entity(input.intoId)]
    await list.tx.entityName.updateMany({
      where: { entityId: from.id },
      data: { entityId: into.id, isCanonical: false },
    })
    await list.tx.entity.update({
      where: { id: from.id },
      data: { archivedAt: new Date(), mergedIntoId: into.id },
    })
    return { entityId: into.id, action: 'merged', detail: { from: from.name, fromId: from.id } }
  })
}

/** Takes an entity out of the list and frees its names. What coders wrote stays; it stands for itself again. */
export async function archiveEntity(actor: Actor, input: z.infer<typeof archiveEntityInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  await changeEntities(actor, studyId, async (list) => {
    const where = { id: input.entityId, studyId }
    if ((await list.tx.entity.count({ where: { ...where, archivedAt: { not: null } } })) > 0) return undefined
    const { id } = list.entity(input.entityId)
    await list.tx.entity.update({ where: { id }, data: { archivedAt: new Date() } })
    await list.tx.entityName.updateMany({ where: { entityId: id }, data: { listed: false } })
    return { entityId: id, action: 'archived' }
  })
}

/** Puts an archived entity back with its names. @throws AppError conflict when another entity has taken one of them */
export async function restoreEntity(actor: Actor, input: z.infer<typeof archiveEntityInput>): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'entities.change')
  await changeEntities(actor, studyId, async (list) => {
    if (list.approved.some(({ id }) => id === input.entityId)) return undefined
    const archived = await readEntities(studyId, 'archived', list.tx)
    const found = archived.find(({ id }) => id === input.entityId)
    if (!found) throw new AppError('not_found', 'This name is not among the archived ones. Reload the page.')
    for (const word of [found.name, ...found.aliases]) refuseTaken(list.owner(word), word, 'name')
    await list.tx.entity.update({ where: { id: found.id }, data: { archivedAt: null } })
    await list.tx.entityName.updateMany({ where: { entityId: found.id }, data: { listed: true } })
    return { entityId: found.id, action: 'restored' }
  })
}
