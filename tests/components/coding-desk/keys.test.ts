import { allCommands } from '@/components/coding-desk/commands/all-commands'
import type { Focus } from '@/components/coding-desk/keyboard/focus'
import { keyMap, type OwnKeys } from '@/components/coding-desk/keyboard/key-map'
import { meaningOf } from '@/components/coding-desk/keyboard/meaning'
import { isReserved } from '@/components/coding-desk/keyboard/reserved'
import { strokeText } from '@/components/coding-desk/keyboard/strokes'
import { usualSettings } from '@/components/coding-desk/settings/desk-settings'
import type { Code } from '@/lib/coding/codebook'
import { spanCodes } from '@/lib/coding/codes'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { codebook } from './coding-view'

const codes = spanCodes(codebook)

function press(
  key: string,
  focus: Focus = 'text',
  more: Partial<KeyboardEvent> = {},
  own: OwnKeys = {},
  of: readonly Code[] = codes,
) {
  const stroke = { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
  const meaning = meaningOf(stroke, focus, keyMap(allCommands, of, { ownKeys: own, oneKey: true }))
  return meaning && ('code' in meaning ? meaning.code.key : meaning.command.id)
}

describe('keys of the desk', () => {
  test('a code’s key means the code, wherever the focus is but in writing', () => {
    expect(press('h')).toBe('hero')
    expect(press('v', 'choice')).toBe('villain')
    expect(press('u', 'button')).toBe('figure')
    expect(press('h', 'writing')).toBeNull()
  })

  test('brackets count where the keyboard writes them with AltGr', () => {
    const altGr = { ctrlKey: true, altKey: true, getModifierState: (key: string) => key === 'AltGraph' }
    expect(press('[', 'text', altGr)).toBe('previous')
    expect(press('[', 'text', { ctrlKey: true, altKey: true })).toBeNull()
    expect(press('h', 'text', altGr)).toBeNull()
  })

  test('capital letters count when nothing else is bound to them', () => {
    expect(press('H', 'text', { shiftKey: true })).toBe('hero')
  })

  test('on a keyboard of another script the key in the same place counts', () => {
    expect(press('р', 'text', { code: 'KeyH' })).toBe('hero')
    expect(press('ا', 'text', { code: 'KeyH' })).toBe('hero')
    expect(press('я', 'text', { code: 'KeyZ', ctrlKey: true })).toBe('undo')
  })

  test('Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y do again, in the text; while writing they are the field’s', () => {
    expect(press('z', 'text', { ctrlKey: true })).toBe('undo')
    expect(press('Z', 'text', { metaKey: true, shiftKey: true })).toBe('redo')
    expect(press('y', 'button', { ctrlKey: true })).toBe('redo')
    expect(press('z', 'writing', { ctrlKey: true })).toBeNull()
  })

  test('other combinations stay the browser’s', () => {
    expect(press('h', 'text', { ctrlKey: true })).toBeNull()
    expect(press('v', 'text', { altKey: true })).toBeNull()
    expect(press('F5')).toBeNull()
  })

  test('Delete and Enter belong to buttons and choices when these have the focus', () => {
    expect(press('Delete')).toBe('delete')
    expect(press('Delete', 'choice')).toBeNull()
    expect(press('Enter', 'button')).toBeNull()
    expect(press('Enter', 'elsewhere')).toBe('enter')
  })

  test('Esc leads out of everything', () => {
    expect(press('Escape', 'writing')).toBe('let-go')
    expect(press('Escape')).toBe('let-go')
  })

  test('a key of the codebook takes the key of a command, which then has none until the coder gives it one', () => {
    const [first] = codes
    const taking = first ? [{ ...first, shortcut: '[' }] : []
    expect(press('[', 'text', {}, {}, taking)).toBe('hero')
    expect(keyMap(allCommands, taking, usualSettings).withoutKey.map(({ id }) => id)).toEqual(['previous'])
    expect(keyMap(allCommands, taking, { ownKeys: { previous: ['p'] }, oneKey: true }).withoutKey).toEqual([])
    expect(press('p', 'text', {}, { previous: ['p'] }, taking)).toBe('previous')
  })

  test('what the coder chose goes before the codebook and before what a command has by nature', () => {
    expect(press('h', 'text', {}, { next: ['h'] })).toBe('next')
    expect(press(']', 'text', {}, { next: ['h'] })).toBeNull()
  })

  test('a code may have another key of the coder’s own', () => {
    const own = { 'code:hero': ['j'] }
    expect(press('j', 'text', {}, own)).toBe('hero')
    expect(press('h', 'text', {}, own)).toBeNull()
  })

  test('of one character alone can be switched off: then only those with Ctrl or Alt count', () => {
    const keys = keyMap(allCommands, codes, { ownKeys: { merge: ['Alt+m'] }, oneKey: false })
    expect([...keys.bound.keys()].filter((stroke) => [...stroke].length === 1)).toEqual([])
    expect(keys.keysOf('palette')).toEqual(['Mod+k'])
    expect(keys.keysOf('merge')).toEqual(['Alt+m'])
    expect(keys.keysOf('undo')).toEqual(['Mod+z'])
    expect(keys.withoutKey).toEqual([])
  })

  test('by nature collide neither with each other nor with those of the default codebook', () => {
    const all = keyMap(allCommands, spanCodes(codebookTemplate('default')), usualSettings)
    for (const { id, keys } of allCommands) expect([id, all.keysOf(id)]).toEqual([id, keys])
  })

  test('by nature leave to the browser what is the browser’s, apart from what the desk does better', () => {
    const meant = [
      ...['undo', 'redo', 'enter', 'let-go', 'part-more', 'palette'],
      // Finding words, help, and the next page: here these are the article’s, the codebook’s, and the next article.
      ...['find', 'codebook', 'search-codebook', 'previous-article', 'next-article'],
    ]
    const taken = allCommands.filter(({ id, keys }) => !meant.includes(id) && keys.some(isReserved))
    expect(taken.every(({ id }) => /^(select-)?(sentence|paragraph)-(left|right|up|down)$/.test(id))).toBe(true)
  })

  test('are read out as people write them', () => {
    expect(strokeText('Mod+Shift+z')).toBe('Ctrl+Shift+Z')
    expect(strokeText('Mod+z', true)).toBe('Cmd+Z')
    expect(strokeText('Alt+ArrowRight')).toBe('Alt+→')
    expect(strokeText('[')).toBe('[')
    expect(strokeText('h')).toBe('h')
  })
})
