import { type Draft, emptyDraft, withEdits } from '@/components/review-desk/state/draft'
import { storeDrafts, storedDrafts } from '@/components/review-desk/state/draft-store'
import { uuid, value } from '../coding-desk/coding-view'

const hero = value('hero', 0, 6)
const made = { kind: 'annotation', id: uuid(20), before: null, after: hero } as const
const deleted = { ...made, before: hero, after: null }

function reloaded(draft: Draft): Draft | undefined {
  storeDrafts('study', new Map([['cluster', draft]]))
  return storedDrafts('study').get('cluster')
}

describe('the drafts of a tab', () => {
  test('are as they were after a reload, what was deleted in them stays deleted', () => {
    const draft = withEdits(emptyDraft, [made, { ...made, id: uuid(21) }])
    expect(reloaded(draft)?.rows.values()).toEqual(draft.rows.values())
    const rows = reloaded(withEdits(draft, [deleted]))?.rows
    expect(rows?.get(uuid(20))).toMatchObject({ deleted: true })
    expect(rows?.get(uuid(21))).toMatchObject({ deleted: false, value: hero })
  })

  test('are begun anew where what is stored is none', () => {
    sessionStorage.setItem('framewise-review-study', JSON.stringify({ cluster: { rows: 'none' } }))
    expect(storedDrafts('study').size).toBe(0)
    sessionStorage.setItem('framewise-review-study', 'not JSON')
    expect(storedDrafts('study').size).toBe(0)
  })
})
