import { z } from 'zod'
import { annotationValueSchema, attributeValueSchema } from './annotation'

/** At most so many changes go in one atomic list. */
export const maxChangesPerList = 500

const linkValueSchema = z.strictObject({
  /** A relation of the codebook, e.g. "covered_by". */
  relation: z.string().min(1).max(64),
  from: z.uuid(),
  to: z.uuid(),
})
export type LinkValue = z.infer<typeof linkValueSchema>

const variableValueSchema = z.strictObject({
  /** A document variable of the codebook, e.g. "genre". */
  variable: z.string().min(1).max(64),
  value: attributeValueSchema,
})
export type VariableValue = z.infer<typeof variableValueSchema>

/** Names the row that a change is about, and the version of it that the change was made on. */
const target = {
  /** Made by the client, once per change: a replay of a known one is answered and not applied again. */
  mutationId: z.uuid(),
  /** The row's own id, made by the client (UUID version 7). */
  id: z.uuid(),
  /** The version the client last saw; 0 for a row that is new. */
  baseVersion: z.int().min(0),
}

export const changeSchema = z.union([
  z.strictObject({ ...target, op: z.literal('put'), kind: z.literal('annotation'), value: annotationValueSchema }),
  z.strictObject({ ...target, op: z.literal('put'), kind: z.literal('link'), value: linkValueSchema }),
  z.strictObject({ ...target, op: z.literal('put'), kind: z.literal('variable'), value: variableValueSchema }),
  z.strictObject({ ...target, op: z.literal('delete'), kind: z.enum(['annotation', 'link', 'variable']) }),
])
export type Change = z.infer<typeof changeSchema>

/** Body of POST /api/codings/:codingId/changes: all of it happens, or nothing. */
export const changeListSchema = z.strictObject({ changes: z.array(changeSchema).min(1).max(maxChangesPerList) })

/** A row of a coding as its coder sees it; a deleted one is a tombstone that keeps its last value. */
export type CodedRow = { id: string; version: number; deleted: boolean } & (
  | { kind: 'annotation'; value: z.infer<typeof annotationValueSchema> }
  | { kind: 'link'; value: LinkValue }
  | { kind: 'variable'; value: VariableValue }
)
