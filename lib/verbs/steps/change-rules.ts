import type { Coding } from '../../../prisma/generated/client'
import type { Change } from '../../coding/change'
import { annotationProblems, linkProblems, variableProblems } from '../../coding/rules'
import type { Transaction } from '../../db'
import type { RowsById } from './change-list'
import { toCodebook } from './codebook-rows'

/** The rules that the changes of one coding are held against. */
export interface Rules {
  /** What is wrong with a change on these rows, by field under this path; nothing when it may be made. */
  problems(change: Change, rows: RowsById, path: string): Record<string, string>
  /** The database's id of each code, by its key. */
  codeIds: Map<string, string>
}

function liveCode(rows: RowsById, id: string): string | undefined {
  const row = rows.get(id)
  return row?.kind === 'annotation' && !row.deleted ? row.value.code : undefined
}

/** Reads what the coding's document and its codebook version allow. */
export async function readRules(tx: Transaction, coding: Coding): Promise<Rules> {
  const version = await tx.codebookVersion.findUniqueOrThrow({
    where: { id: coding.codebookVersionId },
    include: { codes: true },
  })
  const document = await tx.document.findUniqueOrThrow({
    where: { id: coding.documentId },
    select: { length: true, graphemeInteriors: true },
  })
  const codebook = toCodebook(version)
  function problemsOf(change: Change, rows: RowsById): Record<string, string> {
    if (change.op === 'delete') return {}
    if (change.kind === 'annotation') return annotationProblems(change.value, codebook, document)
    if (change.kind === 'variable') return variableProblems(change.value, codebook)
    const { from, to } = change.value
    return linkProblems(change.value, codebook, { from: liveCode(rows, from), to: liveCode(rows, to) })
  }
  return {
    codeIds: new Map(version.codes.map((code) => [code.key, code.id])),
    problems: (change, rows, path) =>
      Object.fromEntries(
        Object.entries(problemsOf(change, rows)).map(([field, message]) => [`${path}.${field}`, message]),
      ),
  }
}
