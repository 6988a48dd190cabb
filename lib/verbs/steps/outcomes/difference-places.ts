import type { DifferencePlace } from '../../../coding/review/outcome-view'
import { db } from '../../../db'
import { quoteOf } from '../review/cluster-quotes'

type Unnamed = Pick<DifferencePlace, 'documentId' | 'clusterId'>

/** How each of these places is called: by the title of the text and the words of the passage. */
export async function placeNaming(
  studyId: string,
  places: readonly Unnamed[],
): Promise<(place: Unnamed) => DifferencePlace> {
  const documents = await db().document.findMany({
    where: { studyId, id: { in: places.map(({ documentId }) => documentId) } },
    select: { id: true, title: true },
  })
  const clusterIds = places.flatMap(({ clusterId }) => clusterId ?? [])
  const clusters = await db().$queryRaw<{ id: string; quote: string }[]>`
    SELECT k."id"::text AS "id", ${quoteOf('k')} AS "quote"
    FROM "Cluster" k JOIN "Document" d ON d."id" = k."documentId"
    WHERE k."studyId" = ${studyId}::uuid AND k."id" = ANY(${clusterIds}::uuid[])`
  const titles = new Map(documents.map(({ id, title }) => [id, title]))
  const quotes = new Map(clusters.map(({ id, quote }) => [id, quote]))
  return ({ documentId, clusterId }) => {
    const [title, quote] = [titles.get(documentId) ?? '', quotes.get(clusterId ?? '') ?? '']
    return { documentId, clusterId, title, quote }
  }
}
