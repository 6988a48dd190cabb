import type { EntityKind } from '../../../prisma/generated/client'
import type { EntityNames } from '../../coding/entity-names'
import { db, type Transaction } from '../../db'

/** An entity as it stands in the list. */
export interface ListedEntity extends EntityNames {
  id: string
  kind: EntityKind
  aliases: string[]
}

/** In the order of their characters, on every database and server alike. */
function byCharacters(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/**
 * The entities of a study with their names, sorted by name; those that went into others left out.
 * @param which approved ones, or those that were archived
 */
export async function readEntities(
  studyId: string,
  which: 'approved' | 'archived',
  reader: Transaction = db(),
): Promise<ListedEntity[]> {
  const rows = await reader.entity.findMany({
    where: { studyId, mergedIntoId: null, archivedAt: which === 'approved' ? null : { not: null } },
    select: { id: true, kind: true, names: { select: { name: true, isCanonical: true } } },
  })
  return rows
    .map(({ id, kind, names }) => ({
      id,
      kind,
      name: names.find(({ isCanonical }) => isCanonical)?.name ?? '',
      aliases: names.flatMap(({ name, isCanonical }) => (isCanonical ? [] : [name])).sort(byCharacters),
    }))
    .sort((one, other) => byCharacters(one.name, other.name) || byCharacters(one.id, other.id))
}

/** The approved names with their aliases, and nothing of who wrote them where. */
export async function readEntityNames(studyId: string, reader?: Transaction): Promise<EntityNames[]> {
  return (await readEntities(studyId, 'approved', reader)).map(({ name, aliases }) => ({ name, aliases }))
}
