import type { SampleFilters } from '../../coding/agreement-request'
import type { Codebook } from '../../coding/codebook'
import { type NamedEntities, namedEntities } from '../../coding/entity-names'
import { db } from '../../db'
import { toCodebook } from './codebook-rows'
import { readEntityNames } from './entity-rows'
import { type ReportedRound, type RoundsOfReport, roundsOfReport, unknown } from './rounds-of-report'
import { sha256Of } from './statistics-cache'

/** Which codings a report compares: what is known before any of them is read. */
export interface SampleChoice {
  studyId: string
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
  /** The rounds in which the codings were made. */
  chosen: readonly ReportedRound[]
  /** The one set that documents must be of; undefined for all. */
  set: SampleFilters['set']
  /** All rounds of the study. */
  rounds: (ReportedRound & { version: string })[]
  /** Names of the published versions by id, in the order in which they were published. */
  versions: Map<string, string>
}

/**
 * By default the codings drawn for reliability in the main rounds, under the codebook that the last main round uses now.
 * @throws AppError invalid naming what there is, conflict when the study has no round of the kind
 */
export async function chooseSample(studyId: string, filters: SampleFilters): Promise<SampleChoice> {
  const [rounds, versions] = await Promise.all([
    db().round.findMany({
      where: { studyId },
      select: { id: true, number: true, title: true, purpose: true, codebookVersionId: true },
      orderBy: { number: 'asc' },
    }),
    readVersions(studyId),
  ])
  const ofReport = roundsOfReport(rounds, filters)
  const codebookVersionId = versionOfReport(filters.version, versions, ofReport.rounds)
  const isOtherVersion = codebookVersionId !== ofReport.rounds.at(-1)?.codebookVersionId
  const [codebook, entities] = await Promise.all([readCodebookOf(codebookVersionId), readEntityNames(studyId)])
  return {
    ...{ studyId, codebookVersionId, versions, codebook },
    names: namedEntities(codebook, entities),
    namesKey: sha256Of(entities),
    scope: ofReport.scope,
    notHeadline: whyNotHeadline(ofReport, filters, isOtherVersion ? (versions.get(codebookVersionId) ?? '') : null),
    chosen: ofReport.rounds,
    set: filters.set,
    rounds: rounds.map((round) => ({ ...round, version: versions.get(round.codebookVersionId) ?? '' })),
  }
}

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
