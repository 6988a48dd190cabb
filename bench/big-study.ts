import { createHash, randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { db, type Transaction, transaction } from '../lib/db'
import { assignEveryone } from '../lib/verbs/steps/assignments'
import { insertCodebook } from '../lib/verbs/steps/codebook-rows'
import { insertMembership } from '../lib/verbs/steps/memberships'
import { insertUser } from '../lib/verbs/steps/users'
import type { Prisma } from '../prisma/generated/client'
import { type MadeDocument, madeCodebook, madeDocuments, type StudySize } from './made-study'

/** Who leads the study, and may read its report. */
export const lead = { name: 'Lea Mond', email: 'lea@example.org', password: 'a long password of no use' }

/** Rows in one statement. */
const rowsAtOnce = 2000

/**
 * Writes a study whose coders have submitted every document, straight into the open database: the verbs, which keep a
 * history of each change, would take hours.
 * @returns its id
 */
export async function writeBigStudy(size: StudySize): Promise<string> {
  const studyId = randomUUID()
  const codeIds = new Map<string, string>()
  await transaction(async (tx) => {
    await insertPeople(tx, studyId, size)
    const codes = await tx.code.findMany({ where: { studyId }, select: { id: true, key: true } })
    for (const { id, key } of codes) codeIds.set(key, id)
  })
  let page: MadeDocument[] = []
  for (const made of madeDocuments(size)) {
    page.push(made)
    if (page.length < 500) continue
    await insertDocuments(studyId, page)
    page = []
  }
  await insertDocuments(studyId, page)
  await transaction((tx) => assignEveryone(tx, studyId))
  await insertAnnotations(studyId, size, codeIds)
  await db().coding.updateMany({ where: { studyId }, data: { state: 'submitted', submittedAt: new Date() } })
  return studyId
}

async function insertPeople(tx: Transaction, studyId: string, size: StudySize): Promise<void> {
  const creator = await insertUser(tx, lead)
  await tx.study.create({ data: { id: studyId, title: 'A big study', seed: 1, createdById: creator.userId } })
  const codebookVersionId = await insertCodebook(tx, studyId, madeCodebook(size.codes), 'published')
  const round = { id: randomUUID(), studyId, number: 1, title: 'Main round', codebookVersionId }
  await tx.round.create({ data: { ...round, purpose: 'main', plan: { design: 'everyone' } } })
  for (let i = 1; i <= size.coders; i += 1) {
    const coder = await insertUser(tx, { name: `Coder ${i}`, email: `coder${i}@example.org`, password: lead.password })
    await insertMembership(tx, { studyId, userId: coder.userId, roles: ['coder'] })
  }
  await insertMembership(tx, { studyId, userId: creator.userId, roles: ['lead'] })
}

async function insertDocuments(studyId: string, page: readonly MadeDocument[]): Promise<void> {
  const importer = await db().user.findFirstOrThrow({ where: { email: lead.email } })
  await db().document.createMany({
    data: page.map(({ document: { number, text, length, paragraphs, sentences, tokens } }) => ({
      ...{ id: randomUUID(), studyId, number, text, length, paragraphs, sentences, tokens },
      ...{ title: `Text ${number}`, importedById: importer.id, language: 'en' },
      sha256: createHash('sha256').update(text).digest('hex'),
    })),
  })
}

/** Makes the documents again, from the same seed: all of them at once would fill the memory. */
async function insertAnnotations(
  studyId: string,
  size: StudySize,
  codeIds: ReadonlyMap<string, string>,
): Promise<void> {
  const codings = await db().coding.findMany({
    where: { studyId },
    select: {
      id: true,
      codebookVersionId: true,
      document: { select: { number: true } },
      coder: { select: { pseudonym: true } },
    },
  })
  const codingOf = new Map(codings.map((coding) => [`${coding.document.number} ${coding.coder.pseudonym}`, coding]))
  let rows: Prisma.AnnotationCreateManyInput[] = []
  const write = async () => {
    await db().annotation.createMany({ data: rows })
    rows = []
  }
  for (const { document, codings: made } of madeDocuments(size)) {
    for (const { coder, annotations } of made) {
      const coding = codingOf.get(`${document.number} ${coder}`)
      if (!coding) throw new Error(`${coder} has no coding of document ${document.number}`)
      for (const { code, segments, attributes, unsure } of annotations) {
        const id = newId()
        const [{ start, end } = { start: 0, end: 0 }] = segments
        rows.push({
          ...{ id, lineageId: id, studyId, codingId: coding.id, codebookVersionId: coding.codebookVersionId },
          ...{ codeId: codeIds.get(code) ?? '', start, end, segments, attributes, unsure, version: 1 },
        })
      }
    }
    if (rows.length >= rowsAtOnce) await write()
  }
  await write()
}
