import { z } from 'zod'
import { keyPattern } from '../codebook'
import { message } from '../free-text'
import { type Cause, causeSchema } from './decision'

const codeKey = z.string().regex(keyPattern, 'choose a code of the codebook')

/** Body of POST /api/studies/:studyId/issues. */
export const issueSchema = z.strictObject({
  /** Made by the client (UUID version 7): a replay is answered, and further clusters are linked to the same issue. */
  id: z.uuid(),
  code: codeKey,
  cause: causeSchema.nullable().default(null),
  /** What is unclear, and how it could be worded. */
  text: message(4000),
  clusterIds: z.array(z.uuid()).min(1, 'name a cluster that shows it').max(200),
})
export type IssueInput = z.infer<typeof issueSchema>

/** Body of POST /api/studies/:studyId/issues/:issueId/resolve. */
export const resolutionSchema = z.strictObject({ resolution: message(4000) })

/** A cluster that shows what an issue is about. */
export interface IssueCluster {
  clusterId: string
  document: { id: string; number: number; title: string }
  /** Its words, cut; "" when it is about the document, or its annotations have changed since. */
  quote: string
}

/** An open point about a rule of the codebook. */
export interface CodebookIssue {
  id: string
  code: { key: string; label: string }
  cause: Cause | null
  text: string
  /** Version of the codebook that was in use. */
  version: string
  by: string
  /** ISO time. */
  at: string
  clusters: IssueCluster[]
  /** How many there are, shown or not. */
  clusterCount: number
  resolution: string | null
  resolvedAt: string | null
}

/** A pair of codes, or one code alone, that was decided on for one cause again and again. */
export interface SuggestedIssue {
  codes: { key: string; label: string }[]
  cause: Cause
  decisions: number
  clusters: IssueCluster[]
}

export interface CodebookIssues {
  issues: CodebookIssue[]
  suggestions: SuggestedIssue[]
  /** Codes that an issue can be about. */
  codes: { key: string; label: string }[]
  mayResolve: boolean
  mayFlag: boolean
}
