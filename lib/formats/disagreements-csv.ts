import { documentExportId } from '../coding/export-ids'
import type { Cluster } from '../coding/review/cluster'
import type { ReviewState } from '../coding/review/review-view'
import { type Column, csvHeader, csvLines } from './csv-lines'
import { annotationExportId, clusterExportId } from './review-ids'

/** disagreements.csv: one row per way in which two coders differ. Offsets are code points, the end is not included. */
export const disagreementColumns: readonly Column[] = [
  { name: 'cluster_id', description: 'Cluster of annotations of one passage that it belongs to.' },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'round', description: 'Number of the round.' },
  {
    name: 'kind',
    description:
      'spans; variable for an answer about the document; eligibility for whether the document should be coded at all.',
  },
  { name: 'family', description: 'Family of the codes; NA when it is about the document.' },
  { name: 'type', description: 'D1 to D9, as docs/method.md defines them.' },
  { name: 'codes', description: 'Codes in the cluster, joined by |.' },
  { name: 'coders', description: 'Pseudonyms of the two coders who differ, joined by |.' },
  { name: 'ann_ids', description: 'Annotations that it is about, as in annotations.csv, joined by |; NA for none.' },
  { name: 'start', description: 'First character of the cluster: offset from 0 in Unicode code points.' },
  { name: 'end', description: 'Offset after its last character, in Unicode code points.' },
  { name: 'iou', description: 'Of boundaries: shared text by text of either; NA else.' },
  { name: 'attr', description: 'Attribute, question, part or relation in which they differ; NA else.' },
  { name: 'severity', description: 'Place of the cluster in the order of severity, 0 the hardest.' },
  {
    name: 'state',
    description:
      'Of the cluster: open, decided (also where a verdict on the document settles it), stale (its input changed since) or sent_back.',
  },
]

export function disagreementsHeader(): string {
  return csvHeader(disagreementColumns)
}

export interface ExportedCluster {
  cluster: Cluster
  state: ReviewState
}

/** Missing instead of an empty text. */
export function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('|')
}

/** The lines of one document in one round, in the order of its clusters. */
export function disagreementLines(
  document: { number: number },
  round: { number: number },
  clusters: readonly ExportedCluster[],
): string {
  return csvLines(
    clusters.flatMap(({ cluster, state }) => {
      const { id, kind, family, codes, start, end, severity, differences } = cluster
      return differences.map(({ type, coders, members, iou, attribute }) => [
        ...[clusterExportId(id), documentExportId(document.number), round.number, kind, family || null, type],
        ...[listed(codes), listed(coders), listed(members.map(({ annotationId }) => annotationExportId(annotationId)))],
        ...[start, end, iou ?? null, attribute ?? null, severity, state],
      ])
    }),
  )
}
