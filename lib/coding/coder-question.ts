import { z } from 'zod'
import { message } from './free-text'

/** Body of PUT /api/codings/:codingId/questions/:questionId: a passage in code points, and what is asked about it. */
export const questionSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  question: message(2000),
})

/** What a coder asked the lead, with the answer once there is one. */
export interface CoderQuestion {
  /** Made by the client (UUID version 7). */
  id: string
  /** The passage in code points, half-open [start, end). */
  start: number
  end: number
  question: string
  askedAt: string
  answer: string | null
  answeredAt: string | null
}
