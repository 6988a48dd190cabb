import { z } from 'zod'

/**
 * What the desk may offer the coders of a round; part of the round's plan. The switches hold for the whole round, never
 * for a text: texts of one round must be coded alike. Both are off unless the lead switches them on, since values that
 * the tool suggests are taken over, and agreement on them says more about the tool than about the coders.
 */
export const roundSwitchesSchema = z.object({
  /** Fill in the voice of a span that lies in the content of an attribution. */
  prefill: z.boolean().default(false),
  /** Offer to code all occurrences of the same words. */
  markAll: z.boolean().default(false),
})
export type RoundSwitches = z.infer<typeof roundSwitchesSchema>
