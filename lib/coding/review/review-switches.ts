import { z } from 'zod'

/**
 * What reviewers of a round are shown; part of the round's plan. Off unless the lead switches it on: who judges a reading
 * should not know whose it is.
 */
export const reviewSwitchesSchema = z.object({
  /** Show who coded what. */
  showNames: z.boolean().default(false),
})
