'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import type { Actor } from '@/lib/actor'
import { action } from '@/lib/http/action'
import {
  addAlias,
  approveEntity,
  approveEntityInput,
  archiveEntity,
  archiveEntityInput,
  changeAliasInput,
  mergeEntities,
  mergeEntitiesInput,
  removeAlias,
  renameEntity,
  renameEntityInput,
  restoreEntity,
} from '@/lib/verbs/entities'

/** An action after which the page of names shows the new state. */
function namesAction<Schema extends z.ZodType<{ studyId: string }>>(
  schema: Schema,
  verb: (actor: Actor, input: z.infer<Schema>) => Promise<void>,
) {
  return action(schema, async (actor, input) => {
    await verb(actor, input)
    revalidatePath(`/studies/${input.studyId}/entities`)
  })
}

export const approve = namesAction(approveEntityInput, approveEntity)

export const alias = namesAction(changeAliasInput, addAlias)

export const unalias = namesAction(changeAliasInput, removeAlias)

export const rename = namesAction(renameEntityInput, renameEntity)

export const merge = namesAction(mergeEntitiesInput, mergeEntities)

export const archive = namesAction(archiveEntityInput, archiveEntity)

export const restore = namesAction(archiveEntityInput, restoreEntity)
