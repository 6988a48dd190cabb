import { z } from 'zod'

/** What a coder sets for the desk, for all articles, in this browser. What cannot be read counts as never set. */
export const deskSettingsSchema = z.object({
  /** Reading type. */
  typeface: z.enum(['serif', 'sans']).catch('serif'),
  /** Size of the reading type: 1 is the usual one. */
  size: z.number().min(0.75).max(2).catch(1),
  /** Whether the paragraphs are numbered. */
  numbers: z.boolean().catch(true),
  /** Whether a selection grows to whole words. */
  wholeWords: z.boolean().catch(false),
  /** Whether the codebook stays open beside the text, where there is room for it. */
  codebookOpen: z.boolean().catch(false),
  /** Whether single characters are keys of codes and commands: off for those who dictate to the computer. */
  oneKey: z.boolean().catch(true),
  /** Strokes given to commands and codes instead of their own, by the ids of keyboard/key-map.ts. */
  ownKeys: z.record(z.string().max(64), z.array(z.string().max(40)).max(4)).catch({}),
})

export type DeskSettings = z.infer<typeof deskSettingsSchema>

export const usualSettings: DeskSettings = deskSettingsSchema.parse({})
