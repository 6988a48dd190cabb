import { type Coding, type Document, Prisma } from '../../../prisma/generated/client'
import { type Blinding, blindingSchema, visibleMetadata } from '../../coding/blinding'
import type { Codebook } from '../../coding/codebook'
import { codebookChanges } from '../../coding/codebook-diff'
import type { CodingView, DocumentView } from '../../coding/coding-view'
import { type EntityNames, foldedName } from '../../coding/entity-names'
import { roundSwitchesSchema } from '../../coding/round-switches'
import { db } from '../../db'
import { toCodebook } from './codebook-rows'
import { readCodedRows } from './coded-rows'
import { readOwnQuestions } from './coder-questions'
import { isNewestRevision, newestRevisionOf } from './coding-revisions'
import { readEntityNames } from './entity-rows'
import { toIneligible } from './ineligible'
import { readUsedWords } from './used-words'

/** More suggestions than this help nobody. */
const mostOwnTargets = 1000

/** The words of so many codings are offered, those opened last: what all of a long study says takes long to look through. */
const codingsOfOwnTargets = 200

function toDocumentView(document: Document, blinding: Blinding): DocumentView {
  const { id, number, title, text, length, language, paragraphs, sentences, tokens, graphemeInteriors } = document
  return {
    ...{ id, number, title, text, length, language, paragraphs, sentences, tokens, graphemeInteriors },
    direction: document.direction === 'rtl' ? 'rtl' : 'ltr',
    metadata: visibleMetadata(document.metadata as Record<string, string>, blinding),
    regions: document.regions as unknown as DocumentView['regions'],
  }
}

/** Where this coding, or its newest revision, stands among the coder's own, and its neighbours there. */
async function placeOf(
  coding: Coding,
  newestId: string,
): Promise<Pick<CodingView, 'position' | 'previousId' | 'nextId'>> {
  const own = await db().$queryRaw<{ id: string }[]>`
    SELECT c."id"::text AS "id" FROM "Coding" c
    WHERE c."studyId" = ${coding.studyId}::uuid AND c."coderId" = ${coding.coderId}::uuid AND c."kind" = 'human'
      AND ${isNewestRevision}
    ORDER BY c."position", c."id"`
  const at = own.findIndex(({ id }) => id === newestId)
  const [previous, next] = [own[at - 1], own[at + 1]]
  return {
    position: { index: at + 1, of: own.length },
    ...(previous ? { previousId: previous.id } : {}),
    ...(next ? { nextId: next.id } : {}),
  }
}

/** What this coder has named lately in this study, of very many words the most used, but for approved names and aliases. */
async function ownTargets({ studyId, coderId }: Coding, targets: readonly EntityNames[]): Promise<string[]> {
  const listed = new Set(targets.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldedName))
  const lately = Prisma.sql`c."id" = ANY(ARRAY(
    SELECT "id" FROM "Coding" WHERE "studyId" = ${studyId}::uuid AND "coderId" = ${coderId}::uuid
      AND "openedAt" IS NOT NULL ORDER BY "openedAt" DESC, "id" LIMIT ${codingsOfOwnTargets}::integer))`
  const used = await readUsedWords(studyId, lately, mostOwnTargets + listed.size)
  const own = used.map(({ word }) => word).filter((word) => !listed.has(foldedName(word)))
  return own.sort().slice(0, mostOwnTargets)
}

/** The coding of this coder that was opened last before this one, or last of all while this one is not open yet. */
function earlierCoding({ id, studyId, coderId, openedAt }: Coding) {
  return db().coding.findFirst({
    where: { studyId, coderId, kind: 'human', id: { not: id }, openedAt: openedAt ? { lt: openedAt } : { not: null } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { codebookVersion: { include: { codes: true } } },
  })
}

async function codebookNews(coding: Coding, codebook: Codebook): Promise<CodingView['codebookNews']> {
  const version = (await earlierCoding(coding))?.codebookVersion
  if (!version || version.id === coding.codebookVersionId) return null
  const changes = codebookChanges(toCodebook(version), codebook)
  return changes.length > 0 ? { since: version.version, changes } : null
}

/** All that the coder of this coding is given to work with; nothing in it comes from another coder. */
export async function readCodingView(coding: Coding): Promise<CodingView> {
  const document = await db().document.findUniqueOrThrow({ where: { id: coding.documentId } })
  const study = await db().study.findUniqueOrThrow({ where: { id: coding.studyId } })
  const version = await db().codebookVersion.findUniqueOrThrow({
    where: { id: coding.codebookVersionId },
    include: { codes: true },
  })
  const codebook = toCodebook(version)
  const round = await db().round.findUniqueOrThrow({ where: { id: coding.roundId } })
  const targets = await readEntityNames(study.id)
  const newest = await newestRevisionOf(db(), coding)
  return {
    codingId: coding.id,
    studyId: study.id,
    studyTitle: study.title,
    state: coding.state,
    nothingToCode: coding.nothingToCode,
    revision: coding.revision,
    reopenReason: coding.reopenReason,
    reopenable: coding.state === 'submitted' && newest.id === coding.id,
    ineligible: toIneligible(coding),
    activeSeconds: coding.activeSeconds,
    ...(await placeOf(coding, newest.id)),
    document: toDocumentView(document, blindingSchema.parse(study.blinding)),
    codebook,
    rows: await readCodedRows(db(), coding),
    round: { title: round.title, allows: roundSwitchesSchema.parse(round.plan) },
    targets,
    ownTargets: await ownTargets(coding, targets),
    codebookNews: await codebookNews(coding, codebook),
    questions: await readOwnQuestions(db(), coding),
  }
}
