import type { Segment } from '../../coding/annotation'
import type { Codebook } from '../../coding/codebook'
import type { DocumentView } from '../../coding/coding-view'
import type { UnitCoding } from '../../coding/units'
import { db } from '../../db'
import { AppError } from '../../errors'
import { toCodebook } from './codebook-rows'

/**
 * The independent layer of a study: first submissions (revision 0) of human coders. Submitted codings never change, so
 * a list of them, once made, stands for the same data however long the reading takes.
 */
const independent = { kind: 'human', revision: 0 } as const

const isDone = (state: string) => state === 'submitted' || state === 'adjudicated'

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
  state: true,
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

/** What the agreement of a study rests on. */
export interface ReliabilitySample {
  codebook: Codebook
  /** Pseudonyms of everybody who was given a document of the sample. */
  coders: string[]
  /** Ids of all documents of the sample, those that nobody submitted included. */
  documentIds: string[]
  /** At most one per coder and document. */
  codings: SubmittedCoding[]
  /** Submitted, but with another version of the codebook: in no figure. */
  ofOtherVersions: number
}

async function mainCodebook(studyId: string): Promise<{ id: string; codebook: Codebook }> {
  const round = await db().round.findFirst({
    where: { studyId, purpose: 'main' },
    orderBy: { number: 'desc' },
    include: { codebookVersion: { include: { codes: true } } },
  })
  if (!round) throw new AppError('conflict', 'This study has no main round yet. Plan one first.')
  return { id: round.codebookVersionId, codebook: toCodebook(round.codebookVersion) }
}

function firstPerCoder(codings: SubmittedCoding[]): SubmittedCoding[] {
  const first = new Map<string, SubmittedCoding>()
  for (const coding of codings) {
    const key = `${coding.documentId} ${coding.coder}`
    if (!first.has(key)) first.set(key, coding)
  }
  return [...first.values()]
}

/**
 * The reliability sample: the codings drawn for it (inIrr) in main rounds, with the codebook that the main round uses now.
 * @throws AppError conflict when there is no main round
 */
export async function readReliabilitySample(studyId: string): Promise<ReliabilitySample> {
  const { id: codebookVersionId, codebook } = await mainCodebook(studyId)
  const drawn = await db().coding.findMany({
    where: { studyId, ...independent, inIrr: true, round: { is: { purpose: 'main' } } },
    select: codingColumns,
    orderBy: [{ round: { number: 'asc' } }, { document: { number: 'asc' } }, { coder: { pseudonym: 'asc' } }],
  })
  const submitted = drawn
    .filter((coding) => isDone(coding.state))
    .map(({ coder, round, ...coding }) => ({ ...coding, coder: coder.pseudonym, round: round.number }))
  const current = submitted.filter((coding) => coding.codebookVersionId === codebookVersionId)
  return {
    codebook,
    coders: [...new Set(drawn.map(({ coder }) => coder.pseudonym))].sort(),
    documentIds: [...new Set(drawn.map(({ documentId }) => documentId))],
    codings: firstPerCoder(current),
    ofOtherVersions: submitted.length - current.length,
  }
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

/** A document with what its coders submitted; one who submitted nothing to code has a coding without annotations. */
interface DocumentCodings {
  document: CodedDocument
  codings: UnitCoding[]
}

async function segmentsByCoding(studyId: string, codingIds: string[]) {
  const rows = await db().annotation.findMany({
    where: { studyId, codingId: { in: codingIds }, deletedAt: null },
    select: { codingId: true, segments: true, code: { select: { key: true } } },
  })
  const byCoding = new Map<string, { code: string; segments: Segment[] }[]>(codingIds.map((id) => [id, []]))
  for (const { codingId, code, segments } of rows) {
    byCoding.get(codingId)?.push({ code: code.key, segments: segments as Segment[] })
  }
  return byCoding
}

/** The documents of the sample that somebody submitted, by number, each with its codings. */
export async function* readDocumentCodings(
  studyId: string,
  sample: ReliabilitySample,
): AsyncGenerator<DocumentCodings> {
  const submitted = [...new Set(sample.codings.map(({ documentId }) => documentId))]
  for await (const page of readDocuments(studyId, submitted)) {
    const shown = new Set(page.map(({ id }) => id))
    const codings = sample.codings.filter(({ documentId }) => shown.has(documentId))
    const annotations = await segmentsByCoding(
      studyId,
      codings.map(({ id }) => id),
    )
    for (const document of page) {
      yield {
        document,
        codings: codings
          .filter(({ documentId }) => documentId === document.id)
          .map(({ id, coder }) => ({ coder, submitted: true, annotations: annotations.get(id) ?? [] })),
      }
    }
  }
}
