import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { readStudy } from '@/lib/verbs/studies'
import { reading } from '../../reading'
import { requireActor } from '../../require-actor'

/** An id from the address; anything that cannot be one is the page "not found". */
export function idFrom(text: string): string {
  return z.uuid().safeParse(text).data ?? notFound()
}

/** The study of this request, read once for its frame and its page. */
export const studyOf = cache(async (studyId: string) => {
  const actor = await requireActor()
  return { actor, ...(await reading(readStudy(actor, { studyId: idFrom(studyId) }))) }
})
