import { z } from 'zod'
import { annotationValueSchema, attributeValueSchema } from '../annotation'
import { freeText } from '../free-text'

/** What can be decided about a cluster. withdraw takes the decision in force back. */
export const outcomes = ['accept', 'merge', 'write_new', 'reject_all', 'keep_both', 'send_back', 'withdraw'] as const
export type Outcome = (typeof outcomes)[number]

/** By which route. rule and unanimous are those of decisions made in one step for many clusters. */
export const methods = ['arbiter', 'consensus', 'majority', 'expert', 'rule', 'unanimous'] as const
export type Method = (typeof methods)[number]

/** Why coders differed. */
export const causeSchema = z.enum([
  'slip',
  'rule_misread',
  'rule_gap',
  'rule_conflict',
  'ambiguous_text',
  'boundary_habit',
  'entity',
  'background_knowledge',
  'interface',
  'double_reading',
])
export type Cause = z.infer<typeof causeSchema>

/** Whether a document should be coded: it holds something, it holds nothing, or it should not be in the sample. */
export const eligibilityVerdicts = ['code', 'nothing', 'not_eligible'] as const

/** An annotation as a reviewer names it: by the letter of its reading, so that names may stay hidden. */
const memberReference = z.strictObject({ reading: z.string().regex(/^[A-Z]{1,2}$/), annotationId: z.uuid() })

/** Body of POST /api/studies/:studyId/clusters/:clusterId/decisions. */
export const decideSchema = z.strictObject({
  /** Made by the client (UUID version 7): a replay is answered, not decided again. */
  id: z.uuid(),
  /** Of the cluster as the reviewer saw it: with another one there is a conflict. */
  inputKey: z.uuid(),
  /** The decision in force, or the stale one, that the reviewer saw; null where there was none. */
  supersedes: z.uuid().nullable(),
  outcome: z.enum(outcomes),
  method: z.enum(['arbiter', 'consensus', 'majority', 'expert']).default('arbiter'),
  /** Of accept: the annotations that become gold, of any readings; of merge and write_new: those that went into it. */
  accepted: z.array(memberReference).max(200).default([]),
  /** Of merge and write_new: what becomes gold. */
  annotations: z.array(annotationValueSchema).max(50).default([]),
  /** Of a cluster about an answer: the answer that becomes gold. */
  value: attributeValueSchema.nullable().default(null),
  /** Of a cluster about eligibility. */
  eligibility: z.enum(eligibilityVerdicts).nullable().default(null),
  /** Not read: who took part in deciding follows from what coders have, and from what they said that they want. */
  participants: z.array(z.string().max(2)).max(100).default([]),
  cause: causeSchema.nullable().default(null),
  rationale: freeText.trim().max(4000).default(''),
})
export type DecideInput = z.infer<typeof decideSchema>

/** Which coder's annotation went into gold. */
export interface AcceptedMember {
  coder: string
  annotationId: string
}

/** What a decision makes gold, as it is kept with the decision. */
export const decidedGoldSchema = z.strictObject({
  annotations: z
    .array(
      z.strictObject({
        value: annotationValueSchema,
        /** Coders whose annotations it comes from, as "C01". */
        coders: z.array(z.string()),
        /** Of a double reading: which reading it belongs to, as a letter. */
        reading: z.string().optional(),
      }),
    )
    .default([]),
  value: attributeValueSchema.nullable().default(null),
  /** Of a double reading of an answer: all answers that are kept. */
  values: z.array(attributeValueSchema).default([]),
  eligibility: z.enum(eligibilityVerdicts).nullable().default(null),
})
export type DecidedGold = z.infer<typeof decidedGoldSchema>

/** A decision as gold and the record need it. */
export interface Decision {
  id: string
  clusterId: string
  inputKey: string
  /** Of the cluster. */
  kind: 'spans' | 'variable' | 'eligibility'
  family: string
  lineages: readonly string[]
  outcome: Outcome
  method: Method
  /** Of accept, merge and write_new: the annotations that went into gold. */
  accepted: readonly AcceptedMember[]
  gold: DecidedGold
  /** Later ones supersede earlier ones on the same lineages. */
  sequence: number
}
