import { Prisma } from '../../../prisma/generated/client'
import { db } from '../../db'

/** A coder's question as the lead reads it, with the passage it is about. */
export interface AskedQuestion {
  codingId: string
  id: string
  document: { id: string; number: number; title: string; language: string; direction: 'ltr' | 'rtl' }
  coder: { pseudonym: string; name: string }
  question: string
  askedAt: Date
  /** The passage; a very long one is cut. */
  quote: string
  isCut: boolean
  /** What stands before and after it, with an ellipsis where the text goes on. */
  before: string
  after: string
  answer: string | null
  answeredAt: Date | null
  /** The version of the codebook whose draft has the answer as a rule. */
  ruleVersion: string | null
}

type Row = Omit<AskedQuestion, 'document' | 'coder'> & {
  documentId: string
  number: number
  title: string
  language: string
  direction: string
  pseudonym: string
  name: string
}

/** In code points. */
const contextLength = 160
const longestQuote = 1000

/** Which questions somebody is shown: all of the study but those about the documents held back from them. */
function shown(studyId: string, heldBack: readonly string[]) {
  return Prisma.sql`q."studyId" = ${studyId}::uuid AND NOT (c."documentId" = ANY(${heldBack}::uuid[]))`
}

/** Those still open first, oldest first; then the answered ones, the last answer first. */
export async function readAskedQuestions(
  studyId: string,
  { heldBack, most }: { heldBack: readonly string[]; most: number },
): Promise<AskedQuestion[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT q."codingId"::text AS "codingId", q."id"::text AS "id", q."question", q."askedAt", q."answer", q."answeredAt",
      q."ruleVersion", d."id"::text AS "documentId", d."number", d."title", d."language", d."direction", m."pseudonym",
      u."name", q."end" - q."start" > ${longestQuote}::int AS "isCut",
      substring(d."text" FROM q."start" + 1 FOR least(q."end" - q."start", ${longestQuote}::int)) AS "quote",
      CASE WHEN q."start" > ${contextLength}::int THEN '…' ELSE '' END
        || substring(d."text" FROM greatest(q."start" - ${contextLength}::int, 0) + 1
          FOR least(q."start", ${contextLength}::int)) AS "before",
      substring(d."text" FROM q."end" + 1 FOR ${contextLength}::int)
        || CASE WHEN d."length" > q."end" + ${contextLength}::int THEN '…' ELSE '' END AS "after"
    FROM "CoderQuestion" q JOIN "Coding" c ON c."id" = q."codingId" JOIN "Document" d ON d."id" = c."documentId"
      JOIN "Membership" m ON m."id" = c."coderId" JOIN "User" u ON u."id" = m."userId"
    WHERE ${shown(studyId, heldBack)}
    ORDER BY q."answeredAt" DESC NULLS FIRST, q."askedAt", q."id" LIMIT ${most}::int`
  return rows.map(({ documentId, number, title, language, direction, pseudonym, name, ...row }) => ({
    ...row,
    document: { id: documentId, number, title, language, direction: direction === 'rtl' ? 'rtl' : 'ltr' },
    coder: { pseudonym, name },
  }))
}

/** How many of them wait for an answer. */
export async function countOpenQuestions(studyId: string, heldBack: readonly string[]): Promise<number> {
  const [row] = await db().$queryRaw<{ open: number }[]>`
    SELECT count(*)::int AS "open" FROM "CoderQuestion" q JOIN "Coding" c ON c."id" = q."codingId"
    WHERE ${shown(studyId, heldBack)} AND q."answer" IS NULL`
  return row?.open ?? 0
}
