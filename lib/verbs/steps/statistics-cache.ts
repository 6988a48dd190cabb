import { createHash } from 'node:crypto'
import { codeFingerprint } from '../../computing/code-fingerprint'
import { db, transaction } from '../../db'
import type { ReliabilitySample, SampleDocument } from './reliability-sample'

/** SHA-256 of plain data, in lower-case hexadecimal. */
export function sha256Of(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex')
}

/**
 * What decides the statistics of a document: its text and language, the codings compared, the codebook, the names that entities are
 * compared by, and the code that compares.
 * Regions and units need not be named: the database refuses to change them once somebody codes the document. Submitted
 * codings and published codebooks never change either, so their ids stand for what is in them.
 */
function contentKey(sample: ReliabilitySample, { id, sha256, language, codings }: SampleDocument): string {
  const codingIds = codings.map((coding) => coding.id).sort()
  return sha256Of([codeFingerprint(), id, sha256, language, sample.codebookVersionId, sample.namesKey, codingIds])
}

/** A document of a sample with the key of its statistics. */
export interface KeyedDocument {
  document: SampleDocument
  key: string
}

export function keyedDocuments(sample: ReliabilitySample): KeyedDocument[] {
  return sample.documents.map((document) => ({ document, key: contentKey(sample, document) }))
}

type Place = Pick<ReliabilitySample, 'codebookVersionId' | 'scope'> & { studyId: string }

/** The cached statistics of these documents, as JSON text by document; nothing that was computed from other content. */
export async function readCached(place: Place, documents: readonly KeyedDocument[]): Promise<Map<string, string>> {
  const rows = await db().documentStatistics.findMany({
    where: { ...placeOf(place), documentId: { in: documents.map(({ document }) => document.id) } },
    select: { documentId: true, key: true, statistics: true },
  })
  const keys = new Map(documents.map(({ document, key }) => [document.id, key]))
  return new Map(
    rows.flatMap((row) => (row.key === keys.get(row.documentId) ? [[row.documentId, row.statistics]] : [])),
  )
}

/** Keeps statistics in place of the older ones of the same documents. */
export async function writeCached(
  place: Place,
  computed: readonly (KeyedDocument & { statistics: string })[],
): Promise<void> {
  const rows = computed.map(({ document, key, statistics }) => {
    return { ...placeOf(place), documentId: document.id, key, statistics }
  })
  await transaction(async (tx) => {
    await tx.documentStatistics.deleteMany({
      where: { ...placeOf(place), documentId: { in: rows.map(({ documentId }) => documentId) } },
    })
    // Another server may be writing the same.
    await tx.documentStatistics.createMany({ data: rows, skipDuplicates: true })
  })
}

function placeOf({ studyId, codebookVersionId, scope }: Place) {
  return { studyId, codebookVersionId, scope }
}
