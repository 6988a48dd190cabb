import { z } from 'zod'
import { keyPattern } from '../codebook'
import { message } from '../free-text'
import type { CommentView } from './review-view'

/** What a discussion is about. */
export const threadSubjects = ['cluster', 'document', 'code'] as const
export type ThreadSubject = (typeof threadSubjects)[number]

const codeKey = z.string().regex(keyPattern)

const subjectShape = {
  subject: z.enum(threadSubjects),
  /** Of a cluster. */
  clusterId: z.uuid().optional(),
  /** Of a document; and the round, unless it is the newest in which the document is coded. */
  documentId: z.uuid().optional(),
  roundId: z.uuid().optional(),
  /** Key of a code. */
  code: codeKey.optional(),
}

const naming = { cluster: 'clusterId', document: 'documentId', code: 'code' } as const

function namesItsSubject(asked: { subject: ThreadSubject; clusterId?: unknown; documentId?: unknown; code?: unknown }) {
  return Object.entries(naming).every(
    ([subject, field]) => (asked[field] !== undefined) === (subject === asked.subject),
  )
}

const whatIsNamed = { error: 'name the cluster, the document or the code that it is about, and nothing else' }

/** Query of GET /api/studies/:studyId/threads. */
export const threadSubjectSchema = z.strictObject(subjectShape).refine(namesItsSubject, whatIsNamed)
export type AskedThread = z.infer<typeof threadSubjectSchema>

/** Body of POST /api/studies/:studyId/threads. */
export const commentSchema = z
  .strictObject({
    ...subjectShape,
    /** Made by the client (UUID version 7): a replay is answered, not said again. */
    id: z.uuid(),
    /** "@" and a name, as the thread lists the people, mentions somebody. */
    text: message(4000),
  })
  .refine(namesItsSubject, whatIsNamed)
export type CommentInput = z.infer<typeof commentSchema>

/** Body of POST /api/studies/:studyId/clusters/:clusterId/stances. */
export const stanceSchema = z.strictObject({
  /** Made by the client (UUID version 7): a replay is answered, not taken again. */
  id: z.uuid(),
  /** Of the cluster as the coder saw it: with another one there is a conflict. */
  inputKey: z.uuid(),
  /** Letter of the reading that the coder wants: the own one to keep it. */
  reading: z.string().regex(/^[A-Z]{1,2}$/),
})
export type StanceInput = z.infer<typeof stanceSchema>

/** What the coders of a cluster want, by the letters of their readings. */
export interface ThreadStances {
  inputKey: string
  /** The reader's own letter; null for who coded nothing here, or reads as a reviewer. */
  own: string | null
  coders: { reading: string; stance: string | null }[]
  /** The reading that all of them want; null while they do not. */
  agreed: string | null
}

/** A discussion as one person reads it. */
export interface ThreadView {
  subject: ThreadSubject
  /** Oldest first. */
  comments: CommentView[]
  /** Whom the reader may mention, as the reader sees them. */
  people: string[]
  mayWrite: boolean
  /** Of a cluster. */
  stances: ThreadStances | null
}

/** A comment that mentions the reader, with where it stands. */
export interface MentionOfMe {
  id: string
  subject: ThreadSubject
  documentId: string | null
  /** Number and title of the document, or the key of the code. */
  about: string
  clusterId: string | null
  author: string
  text: string
  /** ISO time. */
  at: string
}
