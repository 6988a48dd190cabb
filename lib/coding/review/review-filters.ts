import { z } from 'zod'
import { disagreementTypes } from './cluster'
import { causeSchema } from './decision'

/** Which clusters a reader wants to see, as text too, since it comes from an address. */

/** A field of a form that was left blank asks for nothing. */
const unlessBlank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const wholeNumber = (most: number) => z.coerce.number().int().min(0).max(most)

export const reviewFilters = z.object({
  /** Number of the round; the last one that holds anything to review unless said, or the last of all. */
  round: unlessBlank(wholeNumber(1_000_000)),
  /** A type of disagreement; "agreed" for clusters in which all coders agree, which are left out otherwise. */
  type: unlessBlank(z.enum([...disagreementTypes, 'agreed'])),
  /** Key of a code. */
  code: unlessBlank(z.string().max(64)),
  /** Two coders who differ, as "C01 C02"; only while names are shown. */
  pair: unlessBlank(z.string().max(41)),
  /** Id of a document, or its name in exports: D0001. */
  document: unlessBlank(z.string().max(36)),
  severity: unlessBlank(wholeNumber(1_000)),
  cause: unlessBlank(causeSchema),
  /** What is still to be decided (open, stale or sent back) unless said. */
  state: unlessBlank(z.enum(['open', 'decided', 'stale', 'sent_back', 'all'])),
  /** Id of a reviewer; "me", or "nobody". */
  assignee: unlessBlank(z.union([z.uuid(), z.enum(['me', 'nobody'])])),
  kind: unlessBlank(z.enum(['spans', 'variable', 'eligibility'])),
})
export type ReviewFilters = z.infer<typeof reviewFilters>

/** The filters of an address as far as they can be read: what is no filter, or has no value of its kind, asks for nothing. */
export function readableFilters(query: Readonly<Record<string, unknown>>): ReviewFilters {
  const read = Object.entries(reviewFilters.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(query[name])
    return value.success && value.data !== undefined ? [[name, value.data] as const] : []
  })
  return Object.fromEntries(read)
}
