import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type KeyboardEvent, useState } from 'react'
import { NameField } from '@/components/coding-desk/names/NameField'
import type { NameOffer } from '@/components/coding-desk/names/name-offers'

const many = Array.from({ length: 12 }, (_, at) => `Name ${String(at + 1).padStart(2, '0')}`)
const offer = (name: string): NameOffer => ({ name, aliases: [], origin: 'own' })

const around = { keys: [] as KeyboardEvent[], taken: [] as (readonly string[])[] }
const scroll = jest.fn<void, [unknown]>()

interface Asked {
  names?: readonly string[]
  values?: readonly string[]
  multiple?: boolean
}

function Asking({ names = ['Brisk', 'Marrin', 'Tarn'], values: given = [], multiple = false }: Asked) {
  const [values, setValues] = useState<readonly string[]>(given)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: stands where the form of the questions is
    <div onKeyDown={(event) => around.keys.push(event)}>
      <label htmlFor="target">Target</label>
      <NameField
        id="target"
        {...{ values, multiple }}
        offers={names.map(offer)}
        onChange={(next) => {
          around.taken.push(next)
          setValues(next)
        }}
      />
      <p>Beside it</p>
      <button type="button">Next</button>
    </div>
  )
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Target' })
const list = () => screen.getByRole('listbox', { hidden: true })
const lines = () => screen.queryAllByRole('option')
const active = () => screen.queryByRole('option', { selected: true })
const nameOf = (line: Element | null) => line?.querySelector('[dir=auto]')?.textContent ?? line?.textContent ?? null

/** A finger or button that is let go; jsdom knows no kinds of pointers. */
function letGo(at: Element, pointerType: string): void {
  fireEvent(at, Object.assign(createEvent.pointerUp(at), { pointerType }))
}

async function ask(asked: Asked = {}) {
  render(<Asking {...asked} />)
  const user = userEvent.setup()
  await user.click(field())
  return user
}

beforeEach(() => {
  Object.assign(around, { keys: [], taken: [] })
  scroll.mockReset()
  Element.prototype.scrollIntoView = scroll as never
})
afterEach(cleanup)

describe('the list of names', () => {
  test('belongs to the field, which says whether it is open and which line is active', async () => {
    render(<Asking />)
    expect(field().getAttribute('aria-expanded')).toBe('false')
    expect(list().hidden).toBe(true)
    const user = userEvent.setup()
    await user.click(field())
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByRole('listbox', { name: 'Names' })).toBe(list())
    expect(field().getAttribute('aria-autocomplete')).toBe('list')
    expect(field().getAttribute('aria-controls')).toBe(list().id)
    expect(field().getAttribute('aria-activedescendant') ?? '').toBe('')
    await user.keyboard('{ArrowDown}')
    expect(field().getAttribute('aria-activedescendant')).toBe(active()?.id)
    expect(document.activeElement).toBe(field())
  })

  test('opens by itself where nothing is named yet, and for a click or an arrow where something is', async () => {
    const user = await ask({ values: ['Brisk'] })
    expect(lines()).toHaveLength(3)
    await user.tab()
    expect(lines()).toHaveLength(0)
    await user.tab({ shift: true })
    expect(lines()).toHaveLength(0)
    await user.keyboard('{ArrowDown}')
    expect(nameOf(active())).toBe('Brisk')
    cleanup()
    render(<Asking />)
    await user.tab()
    expect(lines()).toHaveLength(3)
    expect(active()).toBeNull()
  })

  test('has arrows go round, pages stop at its ends, and Home and End lead there', async () => {
    const user = await ask({ names: many })
    const activeAfter = async (key: string) => {
      await user.keyboard(`{${key}}`)
      return nameOf(active())
    }
    expect(await activeAfter('ArrowUp')).toBe('Name 12')
    expect(await activeAfter('ArrowDown')).toBe('Name 01')
    expect(await activeAfter('ArrowUp')).toBe('Name 12')
    expect(await activeAfter('PageUp')).toBe('Name 04')
    expect(await activeAfter('PageUp')).toBe('Name 01')
    expect(await activeAfter('PageDown')).toBe('Name 09')
    expect(await activeAfter('PageDown')).toBe('Name 12')
    expect(await activeAfter('Home')).toBe('Name 01')
    expect(await activeAfter('End')).toBe('Name 12')
  })

  test('brings the active line into sight for the keys, and moves under no pointer', async () => {
    const user = await ask({ names: many })
    await user.hover(screen.getByText('Name 03'))
    expect(nameOf(active())).toBe('Name 03')
    expect(scroll).not.toHaveBeenCalled()
    await user.keyboard('{ArrowDown}')
    expect(nameOf(active())).toBe('Name 04')
    expect(scroll.mock.contexts).toEqual([active()])
    expect(scroll.mock.calls).toEqual([[{ block: 'nearest' }]])
  })

  test('forgets the active line when something is written, or the pointer leaves it', async () => {
    const user = await ask()
    await user.keyboard('{ArrowDown}r')
    expect(lines()).toHaveLength(4)
    expect(active()).toBeNull()
    await user.hover(screen.getByText('Brisk'))
    expect(nameOf(active())).toBe('Brisk')
    await user.unhover(list())
    expect(active()).toBeNull()
  })

  test('leaves Home and End to the caret while it is closed', async () => {
    const user = await ask({ values: ['Brisk'] })
    await user.keyboard('{Enter}')
    expect(lines()).toHaveLength(0)
    const home = createEvent.keyDown(field(), { key: 'Home' })
    fireEvent(field(), home)
    expect(home.defaultPrevented).toBe(false)
    expect(lines()).toHaveLength(0)
  })
})

describe('a line of the list', () => {
  test('is taken with Enter, which closes the list and leads on', async () => {
    const user = await ask()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(around.taken).toEqual([['Marrin']])
    expect(field().value).toBe('Marrin')
    expect(lines()).toHaveLength(0)
    expect(around.keys.at(-1)?.key).toBe('Enter')
  })

  test('is taken with Enter where several are asked, which leads on only when nothing is left to take', async () => {
    const user = await ask({ multiple: true })
    await user.keyboard('{ArrowDown}{Enter}')
    expect(around.taken).toEqual([['Brisk']])
    expect(around.keys.map(({ key }) => key)).not.toContain('Enter')
    await user.keyboard('{Enter}')
    expect(around.keys.at(-1)?.key).toBe('Enter')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(around.taken.at(-1)).toEqual(['Brisk', 'Marrin'])
  })

  test('is taken with a click, and the field keeps the focus', async () => {
    const user = await ask()
    await user.keyboard('r')
    const press = createEvent.mouseDown(screen.getByText('Tarn'))
    fireEvent(screen.getByText('Tarn'), press)
    expect(press.defaultPrevented).toBe(true)
    await user.click(screen.getByText('Tarn'))
    expect(around.taken).toEqual([['Tarn']])
    expect(document.activeElement).toBe(field())
    expect(lines()).toHaveLength(0)
  })

  test('is not taken by leaving the field: what is written counts', async () => {
    const user = await ask()
    await user.keyboard('Orrel{ArrowDown}')
    expect(nameOf(active())).toBe('Use “Orrel” as a new name')
    await user.keyboard('{Backspace}{ArrowDown}{ArrowUp}')
    await user.tab()
    expect(around.taken).toEqual([['Orre']])
    expect(lines()).toHaveLength(0)
  })
})

describe('the list of names closes', () => {
  test('with Escape, which takes nothing and leaves what is written', async () => {
    const user = await ask()
    await user.keyboard('r{ArrowDown}{Escape}')
    expect(lines()).toHaveLength(0)
    expect(field().value).toBe('r')
    expect(around.taken).toEqual([])
    await user.keyboard('{ArrowUp}')
    expect(nameOf(active())).toBe('Use “r” as a new name')
  })

  test('for a finger beside it, though that may leave the field its focus', async () => {
    await ask()
    letGo(list(), 'touch')
    letGo(screen.getByText('Beside it'), 'mouse')
    expect(lines()).toHaveLength(3)
    letGo(screen.getByText('Beside it'), 'touch')
    expect(lines()).toHaveLength(0)
    expect(document.activeElement).toBe(field())
  })
})

test('keys that an input method composes with are neither the list’s nor the field’s', async () => {
  const user = await ask({ multiple: true })
  await user.keyboard('Tar{ArrowDown}')
  const before = nameOf(active())
  for (const key of ['ArrowDown', 'Enter', ';', 'Escape']) fireEvent.keyDown(field(), { key, isComposing: true })
  // As Safari tells of the Enter that ended it.
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 })
  expect(nameOf(active())).toBe(before)
  expect(field().value).toBe('Tar')
  expect(around.taken).toEqual([])
})
