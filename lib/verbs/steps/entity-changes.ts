import { announce } from '../../changes'
import { foldedName } from '../../coding/entity-names'
import { type Transaction, transaction } from '../../db'
import { AppError } from '../../errors'
import { audit } from './audit'
import type { Actor } from './authorize'
import { type ListedEntity, readEntities } from './entity-rows'
import { lockStudy } from './study-lock'

/** More names and aliases than this in one study are a mistake of a program: every coder's desk loads them all. */
const mostNames = 5000

/** The entities of a study while one of them is changed: nobody else changes them meanwhile. */
export interface EntityList {
  tx: Transaction
  studyId: string
  approved: ListedEntity[]
  /** @throws AppError not_found when it is not in the list (any more) */
  entity(id: string): ListedEntity
  /** The entity that a word stands for, if it stands for one. */
  owner(word: string): ListedEntity | undefined
}

/** What was done to an entity; nothing when it was as wanted already. */
interface Done {
  entityId: string
  action: 'approved' | 'alias_added' | 'alias_removed' | 'renamed' | 'merged' | 'archived' | 'restored'
  /** What else the history keeps of it. */
  detail?: Record<string, string>
}

async function entityList(tx: Transaction, studyId: string): Promise<EntityList> {
  const approved = await readEntities(studyId, 'approved', tx)
  const owners = new Map(
    approved.flatMap((entity) => [entity.name, ...entity.aliases].map((name) => [foldedName(name), entity] as const)),
  )
  return {
    ...{ tx, studyId, approved },
    entity: (id) => {
      const found = approved.find((entity) => entity.id === id)
      if (!found) throw new AppError('not_found', 'This name is not in the list any more. Reload the page.')
      return found
    },
    owner: (word) => owners.get(foldedName(word)),
  }
}

async function refuseTooMany(tx: Transaction, studyId: string): Promise<void> {
  if ((await tx.entityName.count({ where: { studyId, listed: true } })) <= mostNames) return
  const limit = mostNames.toLocaleString('en')
  throw new AppError('invalid', `A study holds at most ${limit} names and aliases. Archive some before you add more.`)
}

/** Keeps the state after a change for good: which names were one, and when, must be found again. */
async function record(
  actor: Actor,
  { tx, studyId }: EntityList,
  { entityId, action, detail = {} }: Done,
): Promise<void> {
  const { kind, archivedAt, names } = await tx.entity.findUniqueOrThrow({
    where: { id: entityId },
    include: { names: { orderBy: { folded: 'asc' } } },
  })
  const state = {
    ...{ kind, archived: archivedAt !== null, ...detail },
    name: names.find(({ isCanonical }) => isCanonical)?.name ?? '',
    aliases: names.flatMap(({ name, isCanonical }) => (isCanonical ? [] : [name])),
  }
  await tx.entityHistory.create({ data: { studyId, entityId, action, state, actorId: actor.userId } })
  await audit(tx, { actorId: actor.userId, studyId, action: `entity.${action}`, detail: { entityId, ...detail } })
}

/** Changes the list of entities in one transaction: others wait, what was done is kept and announced. */
export async function changeEntities(
  actor: Actor,
  studyId: string,
  change: (list: EntityList) => Promise<Done | undefined>,
): Promise<void> {
  await transaction(async (tx) => {
    await lockStudy(tx, studyId)
    const list = await entityList(tx, studyId)
    const done = await change(list)
    if (!done) return
    await refuseTooMany(tx, studyId)
    await record(actor, list, done)
    await announce(tx, { studyId, about: 'entities' })
  })
}

/** @throws AppError conflict when the word stands for an entity already */
export function refuseTaken(owner: ListedEntity | undefined, word: string, field: string): void {
  if (!owner) return
  const message =
    owner.name === word
      ? `${word} is in the list already. Choose another name, or merge the two.`
      : `${word} is another name of ${owner.name} already. Take it away there first, or choose another name.`
  throw new AppError('conflict', message, { fields: { [field]: message } })
}
