import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CommandPalette } from '@/components/coding-desk/palette/CommandPalette'
import type { Entry } from '@/components/coding-desk/palette/entries'

const entry = (group: string, label: string): Entry<null> => ({ id: label, group, label, keys: [], words: '' })
const codes = ['Hero', 'Harbour', 'Villain'].map((label) => entry('Codes', label))
const commands = ['Undo', 'Hand in'].map((label) => entry('The article', label))

const scroll = jest.fn<void, [unknown]>()
const taken: string[] = []
let closings = 0

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Find a code or command' })
const list = () => screen.getByRole('listbox', { name: 'Find a code or command' })
const lines = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)
const active = () => screen.queryByRole('option', { selected: true })

function open() {
  render(
    <CommandPalette<null>
      kind="palette"
      {...{ codes, commands }}
      onTake={({ label }) => taken.push(label)}
      onClose={() => {
        closings += 1
      }}
      onClosed={() => undefined}
    />,
  )
  return userEvent.setup()
}

beforeEach(() => {
  taken.length = 0
  closings = 0
  scroll.mockReset()
  Element.prototype.scrollIntoView = scroll as never
})
afterEach(cleanup)

describe('the palette', () => {
  test('shows all it can find, the first line active, and says how many', () => {
    open()
    expect(document.activeElement).toBe(field())
    expect(lines()).toEqual(['Hero', 'Harbour', 'Villain', 'Undo', 'Hand in'])
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(field().getAttribute('aria-autocomplete')).toBe('list')
    expect(field().getAttribute('aria-controls')).toBe(list().id)
    expect(active()?.textContent).toBe('Hero')
    expect(field().getAttribute('aria-activedescendant')).toBe(active()?.id)
    expect(screen.getByRole('status').textContent).toBe('5 results')
  })

  test('has arrows go round, over its heads and ends, and brings the active line into sight', async () => {
    const user = open()
    await user.keyboard('{ArrowUp}')
    expect(active()?.textContent).toBe('Hand in')
    expect(scroll.mock.contexts).toEqual([active()])
    expect(scroll.mock.calls).toEqual([[{ block: 'nearest' }]])
    await user.keyboard('{ArrowDown}{PageDown}')
    expect(active()?.textContent).toBe('Hand in')
    await user.keyboard('{PageUp}')
    expect(active()?.textContent).toBe('Hero')
    expect(field().getAttribute('aria-activedescendant')).toBe(active()?.id)
  })

  test('leaves Home and End to the caret', async () => {
    const user = open()
    await user.keyboard('ha{Home}')
    expect(field().selectionStart).toBe(0)
    await user.keyboard('{End}')
    expect(field().selectionStart).toBe(2)
    expect(active()?.textContent).toBe('Harbour')
  })

  test('begins at the best find again when something is written', async () => {
    const user = open()
    await user.keyboard('h{ArrowDown}')
    expect(active()?.textContent).toBe('Harbour')
    await user.keyboard('a')
    expect(lines()).toEqual(['Harbour', 'Hand in'])
    expect(active()?.textContent).toBe('Harbour')
    await user.keyboard('{ArrowDown}{Backspace}')
    expect(active()?.textContent).toBe('Hero')
  })

  test('takes the active line with Enter, any with a click', async () => {
    const user = open()
    await user.keyboard('{ArrowDown}{Enter}')
    await user.hover(screen.getByText('Villain'))
    expect(active()?.textContent).toBe('Villain')
    await user.keyboard('{Enter}')
    await user.click(screen.getByText('Undo'))
    expect(taken).toEqual(['Harbour', 'Villain', 'Undo'])
    expect(document.activeElement).toBe(field())
  })

  test('takes nothing where nothing is found, and says so', async () => {
    const user = open()
    await user.keyboard('zz{ArrowDown}{Enter}')
    expect(taken).toEqual([])
    expect(active()).toBeNull()
    expect(screen.getByRole('status').textContent).toMatch(/Nothing is called “zz”/)
  })

  test('leaves the keys of an input method alone', () => {
    open()
    for (const key of ['ArrowDown', 'Enter']) fireEvent.keyDown(field(), { key, isComposing: true })
    expect(active()?.textContent).toBe('Hero')
    expect(taken).toEqual([])
  })

  test('is closed by Escape, once', async () => {
    const user = open()
    await user.keyboard('{Escape}')
    expect(closings).toBe(1)
  })
})
