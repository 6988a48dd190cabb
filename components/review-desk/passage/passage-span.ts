import type { ClusterView } from '@/lib/coding/review/review-view'
import type { Span } from '@/lib/text/spans'
import { pairs } from '@/lib/text/spans'

/** From the first to the last character that any reading of the cluster has, parts included. */
export function clusterSpan({ start, end, readings }: Pick<ClusterView, 'start' | 'end' | 'readings'>): Span {
  const segments = readings.flatMap(({ annotations }) => annotations.flatMap((one) => one.segments))
  return {
    start: Math.min(start, ...segments.map((segment) => segment.start)),
    end: Math.max(end, ...segments.map((segment) => segment.end)),
  }
}

/** The sentences around a cluster, with one before and one after within its paragraphs: enough to compare by. */
export function excerptSpan(view: Parameters<typeof passageSpan>[0]): Span | null {
  const passage = passageSpan(view)
  if (!passage) return null
  const { start, end } = clusterSpan(view)
  const sentences = pairs(view.document.sentences).filter((one) => one.start < passage.end && passage.start < one.end)
  const first = sentences.findIndex((one) => one.end > start)
  const last = sentences.findLastIndex((one) => one.start < end)
  const [from, to] = [sentences[Math.max(0, first - 1)], sentences[Math.min(sentences.length - 1, last + 1)]]
  return {
    start: Math.min(start, Math.max(passage.start, from?.start ?? start)),
    end: Math.max(end, Math.min(passage.end, to?.end ?? end)),
  }
}

/** The paragraphs around a cluster; null for what is about the text as a whole. */
export function passageSpan(view: Pick<ClusterView, 'kind' | 'start' | 'end' | 'readings' | 'document'>): Span | null {
  if (view.kind !== 'spans') return null
  const { start, end } = clusterSpan(view)
  const around = pairs(view.document.paragraphs).filter((paragraph) => paragraph.start < end && start < paragraph.end)
  return {
    start: Math.min(start, ...around.map((one) => one.start)),
    end: Math.max(end, ...around.map((one) => one.end)),
  }
}
