import { emptyHistory, forget, redo, remember, undo } from '@/components/coding-desk/undo/history'
import { value } from '../coding-view'

const hero = value('hero', 0, 6)
const villain = value('villain', 0, 6)
const noted = (note: string) => ({ ...hero, note })

describe('undo', () => {
  test('turns an edit round, and redo makes it again', () => {
    const history = remember(emptyHistory, [{ kind: 'annotation', id: 'a', before: hero, after: villain }])
    const back = undo(history)
    expect(back?.edits).toEqual([{ kind: 'annotation', id: 'a', before: villain, after: hero }])
    expect(redo(back?.history ?? emptyHistory)?.edits).toEqual([
      { kind: 'annotation', id: 'a', before: hero, after: villain },
    ])
  })

  test('of a deletion puts the annotation back', () => {
    const history = remember(emptyHistory, [{ kind: 'annotation', id: 'a', before: hero, after: null }])
    expect(undo(history)?.edits).toEqual([{ kind: 'annotation', id: 'a', before: null, after: hero }])
  })

  test('takes the writing of one note as one step', () => {
    const first = remember(
      emptyHistory,
      [{ kind: 'annotation', id: 'a', before: noted(''), after: noted('Is') }],
      'a:note',
    )
    const second = remember(
      first,
      [{ kind: 'annotation', id: 'a', before: noted('Is'), after: noted('Is it?') }],
      'a:note',
    )
    expect(second.past).toHaveLength(1)
    expect(undo(second)?.edits).toEqual([{ kind: 'annotation', id: 'a', before: noted('Is it?'), after: noted('') }])
  })

  test('does not melt with writing that was undone before', () => {
    const first = remember(
      emptyHistory,
      [{ kind: 'annotation', id: 'a', before: noted(''), after: noted('Is') }],
      'a:note',
    )
    const again = redo(undo(first)?.history ?? emptyHistory)?.history ?? emptyHistory
    const second = remember(
      again,
      [{ kind: 'annotation', id: 'a', before: noted('Is'), after: noted('Is it?') }],
      'a:note',
    )
    expect(second.past).toHaveLength(2)
  })

  test('a new edit ends what could be done again', () => {
    const history = remember(emptyHistory, [{ kind: 'annotation', id: 'a', before: null, after: hero }])
    const back = undo(history)?.history ?? emptyHistory
    expect(redo(remember(back, [{ kind: 'annotation', id: 'b', before: null, after: villain }]))).toBeNull()
  })

  test('leaves alone what another tab changed', () => {
    const one = remember(emptyHistory, [{ kind: 'annotation', id: 'a', before: null, after: hero }])
    const two = remember(one, [{ kind: 'annotation', id: 'b', before: null, after: villain }])
    expect(forget(two, ['b'])).toEqual(one)
  })

  test('of nothing is nothing', () => {
    expect(undo(emptyHistory)).toBeNull()
    expect(redo(emptyHistory)).toBeNull()
  })
})
