'use client'

import { useEffect, useRef } from 'react'
import type { ClusterView, ReviewQueue } from '@/lib/coding/review/review-view'
import { useDeskSettings } from '../coding-desk/settings/use-desk-settings'
import { useMessage } from '../coding-desk/use-message'
import { type QueueFilters, reviewDeskPath } from '../review-queue/filters'
import { Finished } from './Finished'
import { useDeciding } from './flow/use-deciding'
import { useQueue } from './flow/use-queue'
import { useReviewNews } from './flow/use-review-news'
import { focusHeading } from './keyboard/focus-wish'
import { OpenCluster } from './OpenCluster'
import { useReviewStore } from './state/use-review-store'
import { useLayout } from './use-layout'

interface ReviewDeskProps {
  studyId: string
  /** Under which the queue is gone through. */
  filters: QueueFilters
  /** The cluster to begin with; null when there is none to decide. */
  view: ClusterView | null
  queue: ReviewQueue
}

/** The address names the cluster on the desk: read again, or sent to somebody, it leads there. */
function useAddress(studyId: string, filters: QueueFilters, view: ClusterView | null): void {
  const [id, documentId] = [view?.id, view?.document.id]
  useEffect(() => {
    if (id === undefined || documentId === undefined) return
    window.history.replaceState(window.history.state, '', reviewDeskPath(studyId, { id, documentId }, filters))
  }, [studyId, filters, id, documentId])
}

/** Whenever another cluster comes on the desk, the focus goes to the words that say what it is. */
function useFocusOnArrival(view: ClusterView | null): void {
  const id = view?.id ?? null
  const last = useRef(id)
  useEffect(() => {
    if (last.current !== id) focusHeading()
    last.current = id
  }, [id])
}

/** The place where a reviewer decides what becomes gold: one cluster of disagreement at a time, the hardest first. */
export function ReviewDesk({ studyId, filters, view: first, queue: firstQueue }: ReviewDeskProps) {
  const store = useReviewStore(studyId, first, firstQueue.left)
  const { view } = store.state
  const messages = useMessage()
  const settings = useDeskSettings()
  const layout = useLayout()
  const { queue, readSoon } = useQueue(studyId, filters, firstQueue)
  const deciding = useDeciding({
    ...{ studyId, filters, store, explain: messages.explain, confirm: messages.confirm, say: messages.say },
    isComparing: () => queue.computing !== null,
    onMoved: readSoon,
  })
  useAddress(studyId, filters, view)
  useFocusOnArrival(view)
  useReviewNews({
    studyId,
    heard: ({ about, clusterId, documentId }) => {
      if (about !== 'review' && about !== 'discussion') return
      const shown = store.now().view
      const isOther = clusterId
        ? clusterId !== shown?.id
        : documentId !== undefined && documentId !== shown?.document.id
      if (!isOther) void deciding.readAgain()
      if (about === 'review') readSoon()
    },
    missed: () => {
      void deciding.readAgain()
      readSoon()
    },
  })
  const shared = { studyId, filters, store, deciding, messages, settings, layout, queue }
  return (
    <div className="review-desk fixed inset-0 z-30 flex h-dvh flex-col bg-paper">
      {view ? <OpenCluster key={view.document.id} view={view} {...shared} /> : <Finished {...shared} />}
    </div>
  )
}
