import type { z } from 'zod'
import { AppError } from '../errors'

/**
 * Parses input once, at the door.
 * @throws AppError invalid, with a message for every field that is wrong
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues.slice(0, 50)) fields[issue.path.join('.') || 'input'] ??= issue.message
  const [first] = Object.entries(fields)
  throw new AppError('invalid', first ? `Check ${first[0]}: ${first[1]}` : 'The input cannot be used.', { fields })
}
