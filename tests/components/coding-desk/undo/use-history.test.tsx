import { act, renderHook, waitFor } from '@testing-library/react'
import { knownRows } from '@/components/coding-desk/outbox/rows'
import { useHistory } from '@/components/coding-desk/undo/use-history'
import { row, uuid } from '../coding-view'
import { coder, withCoders } from './coder'
import { hero, made } from './made-edits'

withCoders()

describe('the history of a desk', () => {
  test('can be undone once the rows are known, and done again', async () => {
    const ana = coder()
    await ana.makes(100)
    await ana.leave()
    const rows = knownRows(Array.from({ length: 100 }, (_, n) => row(`row ${n}`, hero)))
    const { result, rerender, unmount } = renderHook(
      (known: boolean) => useHistory(uuid(1), known ? rows : null, () => true),
      {
        initialProps: false,
      },
    )
    expect(result.current).toMatchObject({ canUndo: false, canRedo: false })
    rerender(true)
    await waitFor(() => expect(result.current).toMatchObject({ canUndo: true, canRedo: false }))
    const make = jest.fn()
    act(() => result.current.undo(make))
    expect(make).toHaveBeenCalledWith([{ ...made('row 99'), before: hero, after: null }])
    expect(result.current).toMatchObject({ canUndo: true, canRedo: true })
    act(() => result.current.redo(make))
    expect(make).toHaveBeenLastCalledWith([made('row 99')])
    act(() => result.current.redo(make))
    expect(make).toHaveBeenLastCalledWith(null)
    await act(() => ana.settled())
    unmount()
  })
})
