import { createHash, randomUUID } from 'node:crypto'
import { db, transaction } from '../../lib/db'
import { assignEveryone } from '../../lib/verbs/steps/assignments'
import { insertCodebook } from '../../lib/verbs/steps/codebook-rows'
import { insertMembership } from '../../lib/verbs/steps/memberships'
import { insertUser } from '../../lib/verbs/steps/users'
import type { MadeCoding } from './made-coding'

/** Who codes the texts. */
export const coder = { name: 'Cora Dahl', email: 'cora@example.org', password: 'a long password of no use' }

/** A made coding as it lies in the database. */
export interface StoredCoding {
  studyId: string
  codingId: string
}

/**
 * Writes each coding as the only document of a study of its own, with one coder, straight into the open database.
 * @returns where the desks of the codings are, in the order given
 */
export async function writeDeskStudies(codings: readonly MadeCoding[]): Promise<StoredCoding[]> {
  const user = await transaction((tx) => insertUser(tx, coder))
  const stored: StoredCoding[] = []
  for (const coding of codings) stored.push(await writeStudy(user.userId, coding))
  return stored
}

async function writeStudy(userId: string, { document, codebook, rows }: MadeCoding): Promise<StoredCoding> {
  const studyId = randomUUID()
  const { text, title, language, direction, number, length, paragraphs, sentences, tokens, graphemeInteriors } =
    document
  await transaction(async (tx) => {
    await tx.study.create({ data: { id: studyId, title, seed: 1, createdById: userId } })
    const codebookVersionId = await insertCodebook(tx, studyId, codebook, 'published')
    const round = { id: randomUUID(), studyId, number: 1, title: 'Main round', codebookVersionId }
    await tx.round.create({ data: { ...round, purpose: 'main', plan: { design: 'everyone' } } })
    await insertMembership(tx, { studyId, userId, roles: ['lead', 'coder'] })
    await tx.document.create({
      data: {
        ...{ id: randomUUID(), studyId, number, text, title, language, direction, length, importedById: userId },
        regions: document.regions.map((region) => ({ ...region })),
        ...{ paragraphs, sentences, tokens, graphemeInteriors },
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    })
    await assignEveryone(tx, studyId)
  })
  const coding = await db().coding.findFirstOrThrow({ where: { studyId } })
  const codes = await db().code.findMany({ where: { studyId }, select: { id: true, key: true } })
  const idOf = new Map(codes.map(({ id, key }) => [key, id]))
  await db().annotation.createMany({
    data: rows.flatMap((row) => {
      if (row.kind !== 'annotation') return []
      const { code, segments, unsure } = row.value
      const [{ start, end } = { start: 0, end: 0 }] = segments
      const place = { id: row.id, lineageId: row.id, studyId, codingId: coding.id }
      const value = { codeId: idOf.get(code) ?? '', start, end, segments, attributes: {}, unsure, version: 1 }
      return [{ ...place, codebookVersionId: coding.codebookVersionId, ...value }]
    }),
  })
  return { studyId, codingId: coding.id }
}
