import type { Coding, CoderQuestion as QuestionRow } from '../../../prisma/generated/client'
import type { CoderQuestion } from '../../coding/coder-question'
import type { Transaction } from '../../db'
import { lineageOf } from './coding-revisions'

/** The question as its coder sees it: whether the answer became a rule is told by publishing the codebook. */
export function toCoderQuestion(row: QuestionRow): CoderQuestion {
  const { id, start, end, question, answer } = row
  return {
    ...{ id, start, end, question, answer },
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }
}

/** What the coder of this coding asked about the document, in any of its revisions, oldest first. */
export async function readOwnQuestions(reader: Transaction, coding: Coding): Promise<CoderQuestion[]> {
  const rows = await reader.coderQuestion.findMany({
    where: { studyId: coding.studyId, coding: { is: lineageOf(coding) } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toCoderQuestion)
}
