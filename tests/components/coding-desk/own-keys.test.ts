import { withKeys, withUsualKeys } from '@/components/coding-desk/keyboard/own-keys'
import { isReserved, isWholeStroke } from '@/components/coding-desk/keyboard/reserved'

describe('keys of one’s own', () => {
  test('are taken from whoever had them by choice', () => {
    expect(withKeys({ merge: ['j', 'Alt+m'] }, 'split', ['j'])).toEqual({ merge: ['Alt+m'], split: ['j'] })
  })

  test('can be none, which is not the same as the usual ones', () => {
    expect(withKeys({}, 'split', [])).toEqual({ split: [] })
    expect(withUsualKeys({ split: [], merge: ['j'] }, 'split')).toEqual({ merge: ['j'] })
  })

  test('are at most four, each once', () => {
    expect(withKeys({}, 'split', ['j', 'j', '1', '2', '3', '4'])).toEqual({ split: ['j', '1', '2', '3'] })
  })

  test.each([
    'Mod+t',
    'Mod+w',
    'Mod+Shift+n',
    'Mod+c',
    'Mod+1',
    'F5',
    'Tab',
    'Shift+Tab',
    'ArrowLeft',
    'Mod+ArrowLeft',
    'Alt+1',
    'Alt+F4',
    'Escape',
    ' ',
  ])('%s stays the browser’s or the system’s', (stroke) => expect(isReserved(stroke)).toBe(true))

  test.each(['j', 'J', '[', '+', 'Mod+k', 'Mod+b', 'Alt+m', 'Alt+Shift+1', 'Delete'])('%s may be chosen', (stroke) =>
    expect(isReserved(stroke)).toBe(false),
  )

  test('a modifier alone is no stroke yet', () => {
    expect(isWholeStroke({ key: 'Shift' })).toBe(false)
    expect(isWholeStroke({ key: 'Dead' })).toBe(false)
    expect(isWholeStroke({ key: 'j' })).toBe(true)
  })
})
