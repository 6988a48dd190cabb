import type { Membership } from '../../../../prisma/generated/client'
import type { Cluster, Reading } from '../../../coding/review/cluster'
import type { ReadingView } from '../../../coding/review/review-view'
import { db, type Transaction } from '../../../db'
import { may } from '../../../policy'
import { readSubmittedParts, type SubmittedParts } from '../submitted-parts'
import type { ReviewVersions } from './reviewed-documents'
import type { StoredCluster } from './stored-clusters'

/** What coders submitted in one cluster, by the ids of their codings. */
export async function readClusterParts(
  { kind, readings }: Pick<Cluster, 'kind' | 'readings'>,
  { names }: Pick<ReviewVersions, 'names'>,
  reader: Transaction = db(),
): Promise<SubmittedParts> {
  const codings = readings.map(({ codingId, codebookVersion }) => ({ id: codingId, names: names.get(codebookVersion) }))
  if (kind === 'variable') return readSubmittedParts(codings, reader, { answers: 'only' })
  const annotationIds = readings.flatMap((reading) => reading.annotationIds)
  return readSubmittedParts(codings, reader, { annotationIds, answers: 'none' })
}

/** How the coders behind pseudonyms are called. */
type CoderNames = ReadonlyMap<string, string>

/** For a round that shows names: to whoever decides by name, to others by pseudonym only, as everywhere. */
export async function readCoderNames(
  { studyId, roles }: Membership,
  { readings }: Pick<Cluster, 'readings'>,
): Promise<CoderNames> {
  const members = await db().membership.findMany({
    where: { studyId, pseudonym: { in: readings.map(({ coder }) => coder) } },
    select: { pseudonym: true, user: { select: { name: true } } },
  })
  const isNamed = may(roles, 'review.decide')
  return new Map(members.map(({ pseudonym, user }) => [pseudonym, isNamed ? user.name : pseudonym]))
}

/**
 * The sides of a cluster in the order of their letters.
 * @param names null while names are hidden
 * @param stances what each coder says in the discussion, by letters
 */
export function toReadingViews(
  cluster: StoredCluster,
  parts: SubmittedParts,
  names: CoderNames | null,
  stances: ReadonlyMap<string, string | null>,
): ReadingView[] {
  const byCoder = new Map(cluster.readings.map((reading) => [reading.coder, reading]))
  return [...cluster.letters].flatMap(([coder, letter]) => {
    const reading = byCoder.get(coder)
    if (!reading) return []
    const name = names?.get(coder)
    return [
      {
        ...sideOf(cluster, reading, parts),
        letter,
        coder: name === undefined ? null : { pseudonym: coder, name },
        // The board says whose coding was reopened.
        revision: name === undefined ? 0 : reading.revision,
        stance: stances.get(letter) ?? null,
      },
    ]
  })
}

function sideOf({ kind, variable }: StoredCluster, reading: Reading, parts: SubmittedParts) {
  const { codingId, codebookVersion, nothingToCode, ineligible, annotationIds } = reading
  const own = new Set(annotationIds)
  const answer = parts.answers.get(codingId)?.find((one) => kind === 'variable' && one.variable === variable)
  return {
    ...{ codebookVersion, nothingToCode, ineligible },
    annotations: (parts.annotations.get(codingId) ?? []).filter(({ id }) => own.has(id)),
    links: own.size === 0 ? [] : (parts.links.get(codingId) ?? []),
    ...(answer === undefined ? {} : { answer: answer.compared }),
  }
}
