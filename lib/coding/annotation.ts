import { z } from 'zod'
import { freeText } from './free-text'
import { maxSegments } from './segments'

/** What role a segment plays in its annotation: the whole of a plain span, or one part of an attribution. */
export const segmentParts = ['span', 'source', 'cue', 'content'] as const

/** A stretch of the frozen text: code points, half-open [start, end). */
export interface Span {
  start: number
  end: number
}

export const segmentSchema = z.strictObject({
  part: z.enum(segmentParts),
  start: z.int().min(0),
  end: z.int().min(1),
})
export type Segment = z.infer<typeof segmentSchema>

/** The value of one attribute; several values only where the codebook says `multiple`. */
export const attributeValueSchema = z.union([
  freeText.max(500),
  z.number(),
  z.boolean(),
  z.array(freeText.max(500)).max(50),
])
export type AttributeValue = z.infer<typeof attributeValueSchema>

const key = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9_]*$/)

/** What a coder says about one stretch of text. */
export const annotationValueSchema = z.strictObject({
  /** Key of a code in the coding's codebook version. */
  code: key,
  /** Sorted by start. */
  segments: z.array(segmentSchema).min(1).max(maxSegments),
  attributes: z.record(key, attributeValueSchema).default({}),
  note: freeText.max(4000).default(''),
  unsure: z.boolean().default(false),
  /** Attributes the coder set by hand. */
  touched: z.array(key).max(50).default([]),
  /** Made by accepting what the desk proposed; absent for what the coder marked without being shown it. */
  origin: z.literal('suggestion').optional(),
})
export type AnnotationValue = z.infer<typeof annotationValueSchema>
