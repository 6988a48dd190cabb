import { createHash, randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Transaction } from '../../db'
import { type DocumentInput, documentTextProblem } from '../../formats/documents'
import { guessDirection } from '../../text/direction'
import { type FrozenUnits, freezeUnits } from '../../text/units'

/** How a text becomes a row: frozen, hashed and cut into units once. */

export interface FrozenDocument {
  source: { file?: string; row?: number }
  title: string
  text: string
  sha256: string
  language: string
  direction: 'ltr' | 'rtl'
  metadata: Record<string, string>
  units: FrozenUnits
  words: number
}

function freezeDocument(input: DocumentInput & Pick<FrozenDocument, 'source'>): FrozenDocument {
  const text = input.text.replace(/\r\n?/g, '\n')
  const language = input.language ?? 'und'
  const units = freezeUnits(text, language)
  return {
    ...{ source: input.source, title: input.title, text, language, units },
    sha256: createHash('sha256').update(text).digest('hex'),
    direction: guessDirection(text),
    metadata: input.metadata,
    words: units.tokens.length / 2,
  }
}

/** Freezes the texts that can be used and says of the others why not. Other requests get their turn in between. */
export async function freezeDocuments(candidates: readonly (DocumentInput & Pick<FrozenDocument, 'source'>)[]) {
  const documents: FrozenDocument[] = []
  const rejected: { reason: string; source: FrozenDocument['source'] }[] = []
  for (const candidate of candidates) {
    const reason = documentTextProblem(candidate.text)
    if (reason) rejected.push({ reason, source: candidate.source })
    else documents.push(freezeDocument(candidate))
    await nextTurn()
  }
  return { documents, rejected }
}

/** Writes the documents with the study's next numbers, and returns those numbers in order. */
export async function insertDocuments(
  tx: Transaction,
  input: { studyId: string; importedById: string; documents: FrozenDocument[] },
): Promise<number[]> {
  const { nextDocument } = await tx.study.update({
    where: { id: input.studyId },
    data: { nextDocument: { increment: input.documents.length } },
    select: { nextDocument: true },
  })
  const first = nextDocument - input.documents.length
  await tx.document.createMany({
    data: input.documents.map((document, place) => ({
      id: randomUUID(),
      studyId: input.studyId,
      number: first + place,
      title: document.title,
      text: document.text,
      sha256: document.sha256,
      length: document.units.length,
      language: document.language,
      direction: document.direction,
      metadata: document.metadata,
      paragraphs: document.units.paragraphs,
      sentences: document.units.sentences,
      tokens: document.units.tokens,
      graphemeInteriors: document.units.graphemeInteriors,
      importedById: input.importedById,
    })),
  })
  return input.documents.map((_, place) => first + place)
}
