import { readSettings, usualSettings } from '@/components/coding-desk/settings/desk-settings'

describe('stored settings of the desk', () => {
  test('are read as they were chosen', () => {
    const chosen = { typeface: 'sans' as const, size: 1.5, numbers: false, ownKeys: { undo: ['Mod+u'] } }
    expect(readSettings({ ...chosen, somethingElse: 1 })).toEqual({ ...usualSettings, ...chosen })
  })

  test.each([
    ['no object', 'sans'],
    ['a list', []],
    ['nothing', null],
    ['another typeface', { typeface: 'comic' }],
    ['a size out of bounds', { size: 9 }],
    ['a size that is no number', { size: Number.NaN }],
    ['a word for a switch', { oneKey: 'yes' }],
    ['keys that are no strokes', { ownKeys: { undo: [1] } }],
    ['too many strokes', { ownKeys: { undo: ['a', 'b', 'c', 'd', 'e'] } }],
  ])('%s counts as never set', (_, stored) => {
    expect(readSettings(stored)).toEqual(usualSettings)
  })
})
