import { commandOf, type Focus } from '@/components/coding-desk/keys'
import { spanCodes } from '@/lib/coding/codebook'
import { codebook } from './coding-view'

const codes = spanCodes(codebook)

function press(key: string, focus: Focus = 'text', more: Partial<KeyboardEvent> = {}) {
  const stroke = { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
  const command = commandOf(stroke, focus, codes)
  return command && 'code' in command ? command.code.key : command?.do
}

describe('keys of the desk', () => {
  test('a code’s key means the code, wherever the focus is but in writing', () => {
    expect(press('h')).toBe('hero')
    expect(press('v', 'choice')).toBe('villain')
    expect(press('u', 'button')).toBe('figure')
    expect(press('h', 'writing')).toBeUndefined()
  })

  test('capital letters count when the codebook has no other use for them', () => {
    expect(press('H')).toBe('hero')
  })

  test('on a keyboard of another script the key in the same place counts', () => {
    expect(press('р', 'text', { code: 'KeyH' })).toBe('hero')
    expect(press('ا', 'text', { code: 'KeyH' })).toBe('hero')
  })

  test('Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y do again, in the text; while writing they are the field’s', () => {
    expect(press('z', 'text', { ctrlKey: true })).toBe('undo')
    expect(press('Z', 'text', { metaKey: true, shiftKey: true })).toBe('redo')
    expect(press('y', 'button', { ctrlKey: true })).toBe('redo')
    expect(press('z', 'writing', { ctrlKey: true })).toBeUndefined()
  })

  test('other combinations stay the browser’s', () => {
    expect(press('h', 'text', { ctrlKey: true })).toBeUndefined()
    expect(press('v', 'text', { altKey: true })).toBeUndefined()
    expect(press('F5')).toBeUndefined()
  })

  test('Delete and Enter belong to buttons and choices when these have the focus', () => {
    expect(press('Delete')).toBe('delete')
    expect(press('Delete', 'choice')).toBeUndefined()
    expect(press('Enter', 'button')).toBeUndefined()
    expect(press('Enter', 'elsewhere')).toBe('enter')
  })

  test('Esc leads out of everything', () => {
    expect(press('Escape', 'writing')).toBe('escape')
    expect(press('Escape')).toBe('escape')
  })
})
