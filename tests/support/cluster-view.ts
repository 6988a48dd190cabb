import type { Segment } from '@/lib/coding/annotation'
import type { DisagreementType } from '@/lib/coding/review/cluster'
import { clustersOf } from '@/lib/coding/review/clusters'
import type { ClusterView, DecisionView, ReadingView, ReviewQueue } from '@/lib/coding/review/review-view'
import type { ReviewedAnnotation } from '@/lib/coding/review/reviewed-document'
import { freezeUnits } from '@/lib/text/units'
import { codebook, uuid } from '../components/coding-desk/coding-view'

/** Clusters as the review desk gets them, made by hand. */

export const quay = 'Marrin holds the quay for the town.\nThe company waits.'

/** An annotation of a reading on a stretch in code points. */
export function annotation(
  number: number,
  code: string,
  start: number,
  end: number,
  more: Partial<ReviewedAnnotation> = {},
): ReviewedAnnotation {
  const segments: Segment[] = [{ part: 'span', start, end }]
  const attributes = more.attributes ?? { target: 'Marrin', voice: 'author' }
  return {
    ...{ id: uuid(number), lineageId: uuid(number), code, segments, note: '', unsure: false },
    ...{ attributes, compared: more.compared ?? attributes },
    ...more,
  }
}

/** A reading with these annotations. */
export function reading(
  letter: string,
  annotations: ReviewedAnnotation[] = [],
  more: Partial<ReadingView> = {},
): ReadingView {
  return {
    ...{ letter, coder: null, revision: 0, codebookVersion: '1.0.0', nothingToCode: false, ineligible: null },
    ...{ annotations, links: [], stance: null },
    ...more,
  }
}

const round = {
  ...{ id: uuid(70), number: 1, title: 'Main round', showNames: false, releasedAt: null, isComplete: true },
}

/** Which of these annotations are partners, as the server says it. */
export function rowsOf(readings: readonly ReadingView[], text = quay): ClusterView['rows'] {
  const codings = readings.map(({ letter, revision, codebookVersion, nothingToCode, annotations }) => ({
    ...{ codingId: letter, coder: letter, revision, codebookVersion, nothingToCode, annotations },
    ...{ links: [], answers: [] },
  }))
  const document = { roundId: '', documentId: '', secret: '', text, length: [...text].length, language: 'en' }
  const codebooks = new Map(readings.map(({ codebookVersion: version }) => [version, { ...codebook, version }]))
  const clusters = clustersOf({ ...document, codings, ineligible: [] }, codebooks)
  return clusters.flatMap(({ rows }) =>
    rows.map((row) => row.map(({ coder, annotationId }) => ({ reading: coder, annotationId }))),
  )
}

/** A cluster of these readings; two coders who gave the same words different codes unless said. */
export function clusterView({
  readings = [reading('A', [annotation(20, 'hero', 0, 21)]), reading('B', [annotation(21, 'villain', 0, 21)])],
  types = ['D3'],
  text = quay,
  ...more
}: Partial<ClusterView> & { text?: string; types?: DisagreementType[] } = {}): ClusterView {
  const segments = readings.flatMap(({ annotations }) => annotations.flatMap((one) => one.segments))
  const document = {
    ...{ id: uuid(3), number: 4, title: 'Marrin holds the quay', text, language: 'en', direction: 'ltr' as const },
    ...{ metadata: {}, regions: [], ...freezeUnits(text, 'en') },
  }
  return {
    ...{ studyId: uuid(2), round, document, codebook, id: uuid(100), inputKey: uuid(101), kind: 'spans' },
    ...{ family: 'character', variable: null, types, state: 'open', readings, differences: [] },
    rows: rowsOf(readings, text),
    start: Math.min(...segments.map(({ start }) => start)),
    end: Math.max(...segments.map(({ end }) => end)),
    codes: [...new Set(readings.flatMap(({ annotations }) => annotations.map(({ code }) => code)))].sort(),
    ...{ decision: null, history: [], comments: [], targets: [], issues: [], codedByReader: false },
    ...{ may: { decide: true, manage: false }, previousId: null, nextId: null, left: 1 },
    ...more,
  }
}

/** A decision as somebody else made it. */
export function decisionView(more: Partial<DecisionView> = {}): DecisionView {
  return {
    ...{ id: uuid(200), clusterId: uuid(100), outcome: 'reject_all', method: 'arbiter', accepted: [] },
    ...{ gold: { annotations: [], value: null, values: [], eligibility: null }, participants: [], by: 'Kim Adler' },
    ...{ byCodedDocument: false, namesHidden: true, cause: 'slip', rationale: 'Nobody is framed here.' },
    ...{ decidedAt: '2026-11-29T10:00:00.000Z', supersedes: null, batchId: null },
    ...more,
  }
}

/** The queue with these clusters in it. */
export function reviewQueue(views: readonly ClusterView[] = [], more: Partial<ReviewQueue> = {}): ReviewQueue {
  return {
    ...{ round, rounds: [{ id: round.id, number: 1, title: round.title }], total: views.length, next: null },
    entries: views.map((view) => ({
      ...{ id: view.id, kind: view.kind, family: view.family, variable: view.variable, codes: view.codes },
      ...{ types: view.types, state: view.state, cause: null, assignee: null },
      document: { id: view.document.id, number: view.document.number, title: view.document.title },
      quote: view.kind === 'spans' ? [...view.document.text].slice(view.start, view.end).join('') : '',
    })),
    ...{ counts: { types: { D3: views.length }, states: { open: views.length }, codes: {}, causes: {} } },
    ...{
      left: views.length,
      inOneStep: { unanimous: 0, trivial: 0, half: 0 },
      batches: [],
      computing: null,
      openIssues: 0,
    },
    ...{ documents: { reviewable: 1, waiting: 0, all: 1 }, revised: 0, pairs: [], codes: [], documentsInIt: [] },
    ...{ reviewers: [], may: { decide: true, manage: false } },
    ...more,
  }
}
