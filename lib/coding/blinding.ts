import { z } from 'zod'

/** What coders of a study may not see of a document while they code. */
export const blindingSchema = z.object({
  hideOutlet: z.boolean().default(false),
  hideAuthor: z.boolean().default(false),
  hidePublished: z.boolean().default(false),
  hideUrl: z.boolean().default(false),
})
export type Blinding = z.infer<typeof blindingSchema>

/** The facts that each setting leaves out: an address gives away the outlet. */
const hiddenFacts: Record<keyof Blinding, readonly string[]> = {
  hideOutlet: ['outlet', 'url'],
  hideAuthor: ['author'],
  hidePublished: ['published'],
  hideUrl: ['url'],
}

/**
 * The facts about a document that its coders may see: every hidden one is left out, not blanked. The content note is
 * never hidden: it is there to warn.
 * @param metadata by fact, e.g. outlet, author, content_note
 */
export function visibleMetadata(
  metadata: Readonly<Record<string, string>>,
  blinding: Blinding,
): Record<string, string> {
  const hidden = new Set(
    Object.entries(hiddenFacts).flatMap(([setting, facts]) => (blinding[setting as keyof Blinding] ? facts : [])),
  )
  return Object.fromEntries(Object.entries(metadata).filter(([fact]) => !hidden.has(fact)))
}
