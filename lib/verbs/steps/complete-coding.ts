import type { Coding } from '../../../prisma/generated/client'
import type { AnnotationValue, AttributeValue } from '../../coding/annotation'
import type { Codebook } from '../../coding/codebook'
import { missingDocumentAnswers } from '../../coding/document-questions'
import { missingAttributes, missingPart } from '../../coding/rules'
import type { Transaction } from '../../db'
import { AppError } from '../../errors'
import { toCodebook } from './codebook-rows'
import { readCodedRows } from './coded-rows'

type AnnotationRow = { id: string; value: AnnotationValue }

/** What a coding says as it stands: its annotations, and its answers about the document by variable. */
export interface LiveRows {
  annotations: AnnotationRow[]
  answers: Map<string, AttributeValue>
}

/** Reads what the coding says now. */
export async function liveRows(tx: Transaction, coding: Coding): Promise<LiveRows> {
  const rows = (await readCodedRows(tx, coding)).filter(({ deleted }) => !deleted)
  return {
    annotations: rows.flatMap((row) => (row.kind === 'annotation' ? [{ id: row.id, value: row.value }] : [])),
    answers: new Map(rows.flatMap(({ kind, value }) => (kind === 'variable' ? [[value.variable, value.value]] : []))),
  }
}

/** What is missing of annotations: the main part as annotations.<id>.segments, an attribute as …attributes.<key>. */
function missingDetails(annotations: AnnotationRow[], codebook: Codebook): Record<string, string> {
  const missing = annotations.flatMap(({ id, value }) => {
    const part = missingPart(value, codebook)
    const attributes = missingAttributes(value, codebook).map((key) => {
      return [`annotations.${id}.attributes.${key}`, `Fill in ${codebook.attributes[key]?.label ?? key}.`] as const
    })
    return part
      ? [[`annotations.${id}.segments`, `Select the words that are its ${part}.`] as const, ...attributes]
      : attributes
  })
  return Object.fromEntries(missing)
}

/** What is missing, in words; null when nothing is. */
function incompleteness(annotations: number, answers: number): string | null {
  const details = annotations === 1 ? 'One annotation lacks' : `${annotations} annotations lack`
  const questions = answers === 1 ? 'One question' : `${answers} questions`
  const parts = [
    ...(annotations > 0 ? [`${details} an attribute or part that the codebook requires.`] : []),
    ...(answers > 0 ? [`${questions} about the document must still be answered.`] : []),
  ]
  return parts.length > 0 ? `${parts.join(' ')} Fill it in and submit again.` : null
}

/** @throws AppError invalid when a required attribute or answer about the document is missing; names each in `fields` */
export async function requireAnswers(
  tx: Transaction,
  coding: Coding,
  { annotations, answers }: LiveRows,
): Promise<void> {
  const version = await tx.codebookVersion.findUniqueOrThrow({
    where: { id: coding.codebookVersionId },
    include: { codes: true },
  })
  const codebook = toCodebook(version)
  const details = missingDetails(annotations, codebook)
  const open = missingDocumentAnswers(codebook, answers)
  const lacking = new Set(Object.keys(details).map((field) => field.split('.')[1])).size
  const problem = incompleteness(lacking, open.length)
  if (!problem) return
  const questions = open.map(({ key, attribute }) => [`variables.${key}`, `Answer ${attribute.label}.`] as const)
  throw new AppError('invalid', problem, { fields: { ...details, ...Object.fromEntries(questions) } })
}
