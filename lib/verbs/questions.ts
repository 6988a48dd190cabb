import { z } from 'zod'
import type { CoderQuestion as QuestionRow } from '../../prisma/generated/client'
import type { CoderQuestion, questionSchema } from '../coding/coder-question'
import { message } from '../coding/free-text'
import { type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { sliceCodePoints } from '../text/code-points'
import { haveCommonRun } from '../text/common-run'
import { announceCoding } from './steps/announcements'
import { type AskedQuestion, readAskedQuestions } from './steps/asked-questions'
import { audit } from './steps/audit'
import { type Actor, authorize, heldBackDocuments } from './steps/authorize'
import { addRule } from './steps/codebook-draft'
import { toCoderQuestion } from './steps/coder-questions'
import { lockOwnCoding, markOpened } from './steps/own-coding'

/** More questions than this about one document are a mistake of a program. */
const mostQuestions = 200

/** So many questions stand on the lead's page. */
const mostShown = 500

/** Fewer code points in common with the passage may stand in a rule: they are words, not the document's text. */
const shortestQuote = 20

/** The lead's form. */
export const answerQuestionInput = z.object({
  studyId: z.uuid(),
  codingId: z.uuid(),
  questionId: z.uuid(),
  answer: message(4000),
  /** Put the answer among the rules of the codebook's draft too. */
  makeRule: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
})

async function refuseOutsideText(tx: Transaction, documentId: string, { start, end }: Asked): Promise<void> {
  const { length } = await tx.document.findUniqueOrThrow({ where: { id: documentId }, select: { length: true } })
  if (start < end && end <= length) return
  const problem = `Choose a passage of the text, which has ${length} characters.`
  throw new AppError('invalid', problem, { fields: { [start < end ? 'end' : 'start']: problem } })
}

type Asked = z.infer<typeof questionSchema>

/** The question that came under this id before. @throws AppError conflict when it was another one */
function sameQuestion(known: QuestionRow, asked: Asked): CoderQuestion {
  if (known.start !== asked.start || known.end !== asked.end || known.question !== asked.question) {
    throw new AppError('conflict', 'Another question was asked under this id. Ask this one under a new id.')
  }
  return toCoderQuestion(known)
}

/**
 * Asks the lead about a passage of the own document. Asking the same again gives the same answer.
 * @throws AppError not_found when the coding is not the actor's own; invalid for a passage outside of the text, or the
 *   201st question about it; conflict when the id was used for another question
 */
export async function askQuestion(
  actor: Actor,
  input: { codingId: string; questionId: string } & Asked,
): Promise<CoderQuestion> {
  return transaction(async (tx) => {
    const coding = await lockOwnCoding(tx, actor, input.codingId)
    const { questionId: id, start, end, question } = input
    const known = await tx.coderQuestion.findUnique({ where: { codingId_id: { codingId: coding.id, id } } })
    if (known) return sameQuestion(known, input)
    await refuseOutsideText(tx, coding.documentId, input)
    if ((await tx.coderQuestion.count({ where: { codingId: coding.id } })) >= mostQuestions) {
      throw new AppError('invalid', `At most ${mostQuestions} questions can be asked about one text.`)
    }
    await markOpened(tx, coding)
    const { studyId } = coding
    const asked = await tx.coderQuestion.create({ data: { codingId: coding.id, id, studyId, start, end, question } })
    await audit(tx, { actorId: actor.userId, studyId, action: 'question.asked', detail: { questionId: id } })
    await announceCoding(tx, coding)
    return toCoderQuestion(asked)
  })
}

/**
 * The coders' questions, with their passages: open ones first. To a lead who codes too, those about documents that the
 * lead has still to submit are not shown, nor counted.
 */
export async function listQuestions(
  actor: Actor,
  input: { studyId: string },
): Promise<{ questions: AskedQuestion[]; someAreHeldBack: boolean }> {
  const membership = await authorize(actor, input.studyId, 'questions.answer')
  const heldBack = await heldBackDocuments(membership, 'questions.answer')
  const questions = await readAskedQuestions(membership.studyId, { heldBack, most: mostShown })
  return { questions, someAreHeldBack: heldBack.length > 0 }
}

/** The question with its row locked, if this lead may see it. */
async function lockQuestion(tx: Transaction, actor: Actor, input: z.infer<typeof answerQuestionInput>) {
  const membership = await authorize(actor, input.studyId, 'questions.answer', tx)
  const { codingId, questionId } = input
  await tx.$queryRaw`
    SELECT 1 FROM "CoderQuestion" WHERE "codingId" = ${codingId}::uuid AND "id" = ${questionId}::uuid FOR UPDATE`
  const question = await tx.coderQuestion.findUnique({
    where: { codingId_id: { codingId, id: questionId } },
    include: { coding: true },
  })
  const heldBack = await heldBackDocuments(membership, 'questions.answer', tx)
  if (question?.studyId !== membership.studyId || heldBack.includes(question.coding.documentId)) {
    throw new AppError('not_found', 'This question does not exist in this study. Reload the page.')
  }
  return question
}

/** A codebook is published without its documents, so no rule may carry their text. */
async function refuseQuoting(
  tx: Transaction,
  question: QuestionRow & { coding: { documentId: string } },
  rule: string,
) {
  const { start, end, coding } = question
  const { text } = await tx.document.findUniqueOrThrow({ where: { id: coding.documentId }, select: { text: true } })
  if (!haveCommonRun(rule, sliceCodePoints(text, start, end), shortestQuote)) return
  const problem = 'A rule has nothing of the text: say it in general words, or answer without making it a rule.'
  throw new AppError('invalid', problem, { fields: { answer: problem } })
}

/**
 * Answers a coder's question; answering once more changes the answer, and the same answer changes nothing. As a rule, the
 * answer's words, never the document's, are added to the draft of the codebook, once. A rule of other words that the answer
 * had before stays in the codebook, and is no longer said to be this answer's.
 * @returns the version that has it, in these words, as a rule, if one has
 * @throws AppError not_found for a question that there is not, or that is held back; invalid when a rule would quote the
 *   passage; conflict when the codebook takes no more rules
 */
export async function answerQuestion(
  actor: Actor,
  input: z.infer<typeof answerQuestionInput>,
): Promise<{ ruleVersion: string | null }> {
  return transaction(async (tx) => {
    const question = await lockQuestion(tx, actor, input)
    const { studyId, codingId, id } = question
    if (input.makeRule) {
      await authorize(actor, studyId, 'codebook.change', tx)
      await refuseQuoting(tx, question, input.answer)
    }
    const isSame = question.answer === input.answer
    const kept = isSame ? question.ruleVersion : null
    const ruleVersion = input.makeRule ? await addRule(tx, actor, studyId, input.answer) : kept
    if (isSame && question.ruleVersion === ruleVersion) return { ruleVersion }
    const answered = { answer: input.answer, answeredAt: new Date(), answeredById: actor.userId, ruleVersion }
    await tx.coderQuestion.update({ where: { codingId_id: { codingId, id } }, data: answered })
    const detail = { questionId: id, ...(input.makeRule ? { ruleVersion } : {}) }
    await audit(tx, { actorId: actor.userId, studyId, action: 'question.answered', detail })
    await announceCoding(tx, question.coding)
    return { ruleVersion }
  })
}
