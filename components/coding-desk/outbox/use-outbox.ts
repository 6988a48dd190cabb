import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type CodingView, isHandedIn } from '@/lib/coding/coding-view'
import { useNews } from '../flow/use-news'
import { Outbox } from './outbox'
import { isCutOff } from './save-state'
import type { OutboxSnapshot } from './snapshot'

/** After so long in the background a tab asks for news, in milliseconds. */
const longAway = 60_000

function useWakeUps(outbox: Outbox): void {
  useEffect(() => {
    let hiddenAt = 0
    const onOnline = () => outbox.retry()
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now()
      else if (hiddenAt > 0 && Date.now() - hiddenAt > longAway) void outbox.refresh()
      else outbox.retry()
    }
    window.addEventListener('online', onOnline)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      window.removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [outbox])
}

const isAtRisk = ({ save }: OutboxSnapshot) => save.kind === 'not-kept'

/**
 * Only what this browser refused to store would be lost with the page; everything else may be closed at any time. The
 * desk may be gone by then, in favour of another one: it warns until there is nothing to lose.
 */
function useWarnBeforeLoss(outbox: Outbox, snapshot: OutboxSnapshot): void {
  const warns = isAtRisk(snapshot)
  useEffect(() => {
    if (!warns) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      const stop = () => {
        if (isAtRisk(outbox.snapshot())) return
        window.removeEventListener('beforeunload', warn)
        unsubscribe()
      }
      const unsubscribe = outbox.subscribe(stop)
      stop()
    }
  }, [outbox, warns])
}

/** What the desk is told. */
interface OutboxNews {
  onForeignRows(ids: readonly string[], conflict: boolean): void
  onView(view: CodingView): void
}

/** The outbox of a coding for as long as its desk is open. */
export function useOutbox(view: CodingView, news: OutboxNews): { outbox: Outbox; snapshot: OutboxSnapshot } {
  const told = useRef(news)
  told.current = news
  const [outbox] = useState(
    () =>
      new Outbox({
        codingId: view.codingId,
        rows: view.rows,
        submitted: isHandedIn(view.state),
        onForeignRows: (ids, conflict) => told.current.onForeignRows(ids, conflict),
        onView: (now) => told.current.onView(now),
      }),
  )
  const snapshot = useSyncExternalStore(outbox.subscribe, outbox.snapshot, outbox.snapshot)
  const wasCutOff = useRef(false)
  useEffect(() => {
    if (isCutOff(snapshot.save)) wasCutOff.current = true
    if (snapshot.save.kind !== 'saved') return
    // News that came meanwhile may have been lost on the way.
    if (wasCutOff.current) void outbox.refresh()
    wasCutOff.current = false
  }, [snapshot, outbox])
  useEffect(() => outbox.start(), [outbox])
  useWakeUps(outbox)
  useWarnBeforeLoss(outbox, snapshot)
  useNews({
    studyId: view.studyId,
    // An answer of the lead may be about a question that an earlier revision asked.
    concerns: (codingId) => codingId === view.codingId || view.revision > 0,
    saved: () => outbox.saved,
    isQuiet: () => outbox.snapshot().save.kind === 'saved',
    read: () => void outbox.refresh(),
  })
  return { outbox, snapshot }
}
