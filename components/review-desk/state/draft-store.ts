import { PlacedRows } from '../../coding-desk/outbox/placed-rows'
import type { KnownRow } from '../../coding-desk/outbox/rows'
import { emptyHistory } from '../../coding-desk/undo/history'
import { type Draft, emptyDraft } from './draft'

/** Drafts survive a reload of the page: they are kept in the tab, by study and cluster, until they are decided. */

const keyOf = (studyId: string) => `framewise-review-${studyId}`

type Stored = Omit<Draft, 'rows' | 'history'> & { rows: KnownRow[] }

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What was stored, with everything that is missing as in an empty draft. Undo begins anew. */
function readDraft(stored: unknown): Draft | null {
  if (!isObject(stored) || !Array.isArray(stored.rows) || typeof stored.rationale !== 'string') return null
  const rows = PlacedRows.of(stored.rows as KnownRow[])
  return { ...emptyDraft, ...(stored as Partial<Draft>), rows, history: emptyHistory }
}

/** The drafts of this tab; none where the browser stores nothing. */
export function storedDrafts(studyId: string): Map<string, Draft> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(studyId)) ?? '{}')
    if (!isObject(stored)) return new Map()
    const read = Object.entries(stored).map(([id, draft]) => [id, readDraft(draft)] as const)
    return new Map(read.flatMap(([id, draft]) => (draft ? [[id, draft]] : [])))
  } catch {
    return new Map()
  }
}

/** Keeps the drafts as they are now. */
export function storeDrafts(studyId: string, drafts: ReadonlyMap<string, Draft>): void {
  const stored = Array.from(drafts, ([id, { history: _, rows, ...draft }]): [string, Stored] => [
    id,
    { ...draft, rows: rows.values() },
  ])
  try {
    sessionStorage.setItem(keyOf(studyId), JSON.stringify(Object.fromEntries(stored)))
  } catch {
    // A browser that stores nothing keeps them for as long as the page is open.
  }
}
