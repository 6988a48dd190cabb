import { mergeAnnotation, rebase } from '@/components/coding-desk/outbox/rebase'
import type { ChangesRecord } from '@/components/coding-desk/outbox/record'
import { knownRows } from '@/components/coding-desk/outbox/rows'
import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Change } from '@/lib/coding/change'
import { row, uuid, value } from '../coding-view'

const id = uuid(7)
const base = value('hero', 0, 6, { attributes: { target: 'Marrin', voice: 'author' }, note: 'first' })

function record(change: Partial<Change> & Pick<Change, 'op'>, before: AnnotationValue | null): ChangesRecord {
  const full = { mutationId: uuid(70), id, baseVersion: 1, kind: 'annotation', ...change } as Change
  return { kind: 'changes', order: 1, codingId: uuid(1), at: '', attempted: true, changes: [full], before: [before] }
}

const put = (mine: AnnotationValue, baseVersion = 1) => record({ op: 'put', value: mine, baseVersion }, base)

describe('a change that met a newer state', () => {
  test('is laid over it: what was not changed here keeps its newer state', () => {
    const mine = { ...base, attributes: { target: 'the union', voice: 'author' } }
    const theirs = { ...base, code: 'villain', attributes: { target: 'Marrin', voice: 'quoted' }, note: 'second' }
    expect(mergeAnnotation(base, mine, theirs)).toEqual({
      ...theirs,
      attributes: { target: 'the union', voice: 'quoted' },
    })
  })

  test('takes an answer back only where it was taken back here', () => {
    const mine = { ...base, attributes: { voice: 'author' } }
    const theirs = { ...base, attributes: { target: 'Marrin', voice: 'author', basis: 'deed' } }
    expect(mergeAnnotation(base, mine, theirs).attributes).toEqual({ voice: 'author', basis: 'deed' })
  })

  test('names the newer version', () => {
    const anew = rebase(put({ ...base, note: 'mine' }), knownRows([row(id, { ...base, unsure: true }, 4)]))
    expect(anew).toMatchObject({
      changes: [{ baseVersion: 4, mutationId: uuid(70), value: { note: 'mine', unsure: true } }],
    })
  })

  test('comes to nothing when the newer state says the same already', () => {
    const same = { ...base, attributes: { voice: 'author', target: 'Marrin' }, note: 'mine' }
    expect(rebase(put({ ...base, note: 'mine' }), knownRows([row(id, same, 4)]))).toBeNull()
  })

  test('does not bring back what was deleted meanwhile', () => {
    const rows = knownRows([row(id, base, 2, true)])
    expect(rebase(put({ ...base, note: 'mine' }), rows)).toBe('deleted meanwhile')
  })

  test('deletes the newer state, and does nothing when that is deleted', () => {
    const deletion = record({ op: 'delete' }, base)
    expect(rebase(deletion, knownRows([row(id, base, 6)]))).toMatchObject({
      changes: [{ op: 'delete', baseVersion: 6 }],
    })
    expect(rebase(deletion, knownRows([row(id, base, 6, true)]))).toBeNull()
  })

  test('starts anew when the row it was made on never came to be', () => {
    expect(rebase(put(base), knownRows([]))).toMatchObject({ changes: [{ baseVersion: 0, value: base }] })
  })
})
