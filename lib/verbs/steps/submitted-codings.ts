import type { DocumentView } from '../../coding/coding-view'
import { db } from '../../db'

/**
 * The independent layer of a study: first submissions (revision 0) of human coders. Submitted codings never change, so
 * a list of them, once made, stands for the same data however long the reading takes.
 */
const independent = { kind: 'human', revision: 0 } as const

/** A submitted coding, known by pseudonym only. */
export interface SubmittedCoding {
  id: string
  documentId: string
  coder: string
  round: number
  codebookVersionId: string
}

const codingColumns = {
  id: true,
  documentId: true,
  codebookVersionId: true,
  coder: { select: { pseudonym: true } },
  round: { select: { number: true } },
} as const

/** All submitted codings of the layer, in every round. */
export async function listSubmitted(studyId: string): Promise<SubmittedCoding[]> {
  const codings = await db().coding.findMany({
    where: { studyId, ...independent, state: { in: ['submitted', 'adjudicated'] } },
    select: codingColumns,
  })
  return codings.map(({ coder, round, ...coding }) => ({ ...coding, coder: coder.pseudonym, round: round.number }))
}

const documentColumns = {
  id: true,
  number: true,
  title: true,
  text: true,
  length: true,
  paragraphs: true,
  sentences: true,
  tokens: true,
  regions: true,
} as const

/** What the formats need of a document. */
type CodedDocument = Pick<
  DocumentView,
  'id' | 'number' | 'title' | 'text' | 'length' | 'paragraphs' | 'sentences' | 'tokens' | 'regions'
>

const documentsPerPage = 10

/** The documents with these ids in the order of their numbers, a page at a time, so that no study fills the memory. */
export async function* readDocuments(studyId: string, ids: readonly string[]): AsyncGenerator<CodedDocument[]> {
  const numbered = await db().document.findMany({
    where: { studyId, id: { in: [...ids] } },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  for (let from = 0; from < numbered.length; from += documentsPerPage) {
    const page = await db().document.findMany({
      where: { studyId, id: { in: numbered.slice(from, from + documentsPerPage).map(({ id }) => id) } },
      select: documentColumns,
      orderBy: { number: 'asc' },
    })
    yield page.map((document) => ({ ...document, regions: document.regions as unknown as CodedDocument['regions'] }))
  }
}
