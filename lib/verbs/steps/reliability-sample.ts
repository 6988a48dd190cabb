import { Prisma } from '../../../prisma/generated/client'
import type { DocumentSet, SampleFilters } from '../../coding/agreement-request'
import type { Codebook } from '../../coding/codebook'
import { type NamedEntities, namedEntities } from '../../coding/entity-names'
import { documentNumber } from '../../coding/export-ids'
import { db } from '../../db'
import { toCodebook } from './codebook-rows'
import { readEntityNames } from './entity-rows'
import { type ReportedRound, type RoundsOfReport, roundsOfReport, unknown } from './rounds-of-report'
import { sha256Of } from './statistics-cache'

/** What the agreement of a study rests on. */
export interface ReliabilitySample {
  codebookVersionId: string
  codebook: Codebook
  /** By which names entities are compared. */
  names: NamedEntities
  /** Differs when these names do. */
  namesKey: string
  /** Under which name statistics are cached: "main", or "round 2". */
  scope: string
  /** What the report is about when these are not the codings of headline figures; null when they are. */
  notHeadline: string | null
  /** Pseudonyms of everybody who was given a document of the sample, sorted. */
  coders: string[]
  /** By number; those that nobody submitted included. */
  documents: SampleDocument[]
  /** Submitted, but with another version of the codebook: in no figure. */
  ofOtherVersions: number
  rounds: (ReportedRound & { version: string })[]
  /** Versions under which codings were submitted, and that of the report. */
  versions: string[]
}

export interface SampleDocument {
  id: string
  number: number
  sha256: string
  set: DocumentSet
  /** Submitted under the version of the report: at most one per coder, sorted by coder. */
  codings: SubmittedCoding[]
}

/** First submission of one coder. It never changes. */
export interface SubmittedCoding {
  id: string
  coder: string
  submittedAt: string
}

interface DrawnCoding {
  id: string
  coder: string
  versionId: string
  /** Null until it is submitted. */
  submittedAt: string | null
}

type DrawnDocument = Omit<SampleDocument, 'codings'> & { codings: DrawnCoding[] }

/**
 * The independent layer: first submissions (revision 0) of human coders. In main rounds only the random sample counts;
 * other rounds have no headline figures, so all their codings do. A coding of an earlier round comes first.
 */
function readDrawn(
  studyId: string,
  rounds: readonly ReportedRound[],
  { set, document }: { set?: DocumentSet | undefined; document?: string | undefined },
) {
  const ofSet = set ? Prisma.sql`AND d."set" = ${set}::"DocumentSet"` : Prisma.empty
  const oneDocument = document === undefined ? Prisma.empty : namedDocument(document)
  return db().$queryRaw<DrawnDocument[]>`
    SELECT d."id"::text AS "id", d."number", d."sha256", d."set"::text AS "set",
      json_agg(json_build_object(
        'id', c."id", 'coder', m."pseudonym", 'versionId', c."codebookVersionId", 'submittedAt', c."submittedAt"
      ) ORDER BY m."pseudonym" COLLATE "C", r."number") AS "codings"
    FROM "Coding" c
      JOIN "Document" d ON d."id" = c."documentId"
      JOIN "Membership" m ON m."id" = c."coderId"
      JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."kind" = 'human' AND c."revision" = 0
      AND c."roundId" = ANY(${rounds.map(({ id }) => id)}::uuid[]) AND (c."inIrr" OR r."purpose" <> 'main') ${ofSet} ${oneDocument}
    GROUP BY d."id" ORDER BY d."number"`
}

/** By its id, or by its name in exports. */
function namedDocument(name: string) {
  const number = documentNumber(name)
  return number === null ? Prisma.sql`AND d."id"::text = ${name}` : Prisma.sql`AND d."number" = ${number}`
}

/** The first submission of each coder under the version. */
function submittedUnder(versionId: string, codings: readonly DrawnCoding[]): SubmittedCoding[] {
  const first = new Map<string, SubmittedCoding>()
  for (const { id, coder, submittedAt, ...coding } of codings) {
    if (submittedAt === null || coding.versionId !== versionId || first.has(coder)) continue
    first.set(coder, { id, coder, submittedAt })
  }
  return [...first.values()]
}

/** Names of the versions by id, in the order in which they were published. */
async function readVersions(studyId: string): Promise<Map<string, string>> {
  const versions = await db().codebookVersion.findMany({
    where: { studyId, state: 'published' },
    select: { id: true, version: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  return new Map(versions.map(({ id, version }) => [id, version]))
}

function versionOfReport(asked: string | undefined, versions: Map<string, string>, rounds: readonly ReportedRound[]) {
  const last = rounds.at(-1)?.codebookVersionId ?? ''
  if (asked === undefined) return last
  const found = [...versions].find(([, version]) => version === asked)
  if (!found) throw unknown('version', `Version ${asked} of the codebook`, 'versions', [...versions.values()])
  return found[0]
}

async function readCodebookOf(id: string): Promise<Codebook> {
  return toCodebook(await db().codebookVersion.findUniqueOrThrow({ where: { id }, include: { codes: true } }))
}

function whyNotHeadline(
  { scope, isHeadline }: RoundsOfReport,
  { set }: SampleFilters,
  otherVersion: string | null,
): string | null {
  const parts = [
    ...(isHeadline ? [] : [scope.startsWith('round') ? scope : `the ${scope} rounds`]),
    ...(set && set !== 'main' && isHeadline ? [`documents of the set ${set} only`] : []),
    ...(otherVersion === null ? [] : [`version ${otherVersion} of the codebook`]),
  ]
  return parts.length > 0 ? parts.join(', ') : null
}

/**
 * The codings that a report compares: by default those drawn for reliability in the main rounds, under the codebook
 * that the last main round uses now. Codings of different versions are never pooled.
 * @param document id or name (D0001) of the one document to read, as if the sample held no other
 * @throws AppError invalid naming what there is, conflict when the study has no round of the kind
 */
export async function readReliabilitySample(
  studyId: string,
  filters: SampleFilters,
  document?: string,
): Promise<ReliabilitySample> {
  const [rounds, versions] = await Promise.all([
    db().round.findMany({
      where: { studyId },
      select: { id: true, number: true, title: true, purpose: true, codebookVersionId: true },
      orderBy: { number: 'asc' },
    }),
    readVersions(studyId),
  ])
  const ofReport = roundsOfReport(rounds, filters)
  const versionId = versionOfReport(filters.version, versions, ofReport.rounds)
  const [codebook, entities] = await Promise.all([readCodebookOf(versionId), readEntityNames(studyId)])
  const drawn = await readDrawn(studyId, ofReport.rounds, { set: filters.set, document })
  const submitted = drawn.flatMap(({ codings }) => codings.filter(({ submittedAt }) => submittedAt !== null))
  const isOtherVersion = versionId !== ofReport.rounds.at(-1)?.codebookVersionId
  const present = new Set([versionId, ...submitted.map((coding) => coding.versionId)])
  return {
    codebookVersionId: versionId,
    codebook,
    names: namedEntities(codebook, entities),
    namesKey: sha256Of(entities),
    scope: ofReport.scope,
    notHeadline: whyNotHeadline(ofReport, filters, isOtherVersion ? (versions.get(versionId) ?? '') : null),
    coders: [...new Set(drawn.flatMap(({ codings }) => codings.map(({ coder }) => coder)))].sort(),
    documents: drawn.map(({ codings, ...document }) => ({ ...document, codings: submittedUnder(versionId, codings) })),
    ofOtherVersions: submitted.filter((coding) => coding.versionId !== versionId).length,
    rounds: rounds.map((round) => ({ ...round, version: versions.get(round.codebookVersionId) ?? '' })),
    versions: [...versions].flatMap(([id, version]) => (present.has(id) ? [version] : [])),
  }
}
