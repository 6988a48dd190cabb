import type { Coding, Document } from '../../../prisma/generated/client'
import type { Codebook } from '../../coding/codebook'
import type { CodingView, DocumentView } from '../../coding/coding-view'
import { db } from '../../db'
import { toCodebook } from './codebook-rows'
import { readCodedRows } from './coded-rows'

/** What else gives away a fact that coders may not see. */
const revealedBy: Record<string, string[]> = { outlet: ['outlet', 'url'] }

/**
 * The facts about a document that its coders may see.
 * @param blinding the study's, e.g. {"hideOutlet": true}: every hidden fact is left out, not blanked
 */
function visibleMetadata(metadata: Record<string, string>, blinding: Record<string, unknown>) {
  const hidden = Object.keys(blinding)
    .filter((setting) => setting.startsWith('hide') && blinding[setting] === true)
    .map((setting) => setting.charAt(4).toLowerCase() + setting.slice(5))
    .flatMap((fact) => revealedBy[fact] ?? [fact])
  return Object.fromEntries(Object.entries(metadata).filter(([fact]) => !hidden.includes(fact)))
}

function toDocumentView(document: Document, blinding: Record<string, unknown>): DocumentView {
  const { id, number, title, text, length, language, paragraphs, sentences, tokens, graphemeInteriors } = document
  return {
    ...{ id, number, title, text, length, language, paragraphs, sentences, tokens, graphemeInteriors },
    direction: document.direction === 'rtl' ? 'rtl' : 'ltr',
    metadata: visibleMetadata(document.metadata as Record<string, string>, blinding),
    regions: document.regions as unknown as DocumentView['regions'],
  }
}

/** Where this coding stands among the coder's own, and its neighbours there. */
async function placeOf(coding: Coding): Promise<Pick<CodingView, 'position' | 'previousId' | 'nextId'>> {
  const own = await db().coding.findMany({
    where: { studyId: coding.studyId, coderId: coding.coderId, kind: 'human' },
    select: { id: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const at = own.findIndex(({ id }) => id === coding.id)
  const [previous, next] = [own[at - 1], own[at + 1]]
  return {
    position: { index: at + 1, of: own.length },
    ...(previous ? { previousId: previous.id } : {}),
    ...(next ? { nextId: next.id } : {}),
  }
}

/** The persons, bodies and places this coder has named in this study, for the attributes that take one. */
async function ownTargets(coding: Coding, codebook: Codebook): Promise<string[]> {
  const keys = Object.keys(codebook.attributes).filter((key) => codebook.attributes[key]?.type === 'entity_ref')
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT DISTINCT v.name COLLATE "C" AS name
    FROM "Annotation" a JOIN "Coding" c ON c."id" = a."codingId"
      CROSS JOIN LATERAL jsonb_each(a."attributes") AS e(key, value)
      CROSS JOIN LATERAL jsonb_array_elements(
        CASE jsonb_typeof(e.value) WHEN 'array' THEN e.value ELSE jsonb_build_array(e.value) END) AS item
      CROSS JOIN LATERAL (SELECT item #>> '{}' AS name) AS v
    WHERE a."studyId" = ${coding.studyId}::uuid AND c."coderId" = ${coding.coderId}::uuid AND a."deletedAt" IS NULL
      AND e.key = ANY(${keys}::text[]) AND v.name <> ''
    ORDER BY 1 LIMIT 1000`
  return rows.map((row) => row.name)
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
  return {
    codingId: coding.id,
    studyId: study.id,
    studyTitle: study.title,
    state: coding.state,
    nothingToCode: coding.nothingToCode,
    ...(await placeOf(coding)),
    document: toDocumentView(document, study.blinding as Record<string, unknown>),
    codebook,
    rows: await readCodedRows(db(), coding),
    ownTargets: await ownTargets(coding, codebook),
  }
}
