import 'fake-indexeddb/auto'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { CodingDesk } from '@/components/coding-desk/CodingDesk'
import type { CodedRow } from '@/lib/coding/change'
import { NoObserver } from '../../../support/no-observer'
import { codingView, row, uuid, value } from '../coding-view'
import { CodingServer } from '../outbox/coding-server'

beforeAll(() => {
  Object.assign(globalThis, {
    ResizeObserver: NoObserver,
    structuredClone: (of: unknown) => JSON.parse(JSON.stringify(of)),
  })
  Object.assign(globalThis, { DOMRect: globalThis.DOMRect ?? class {} })
  Element.prototype.scrollIntoView = () => {}
  Range.prototype.getClientRects = () => [new DOMRect()] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})

beforeEach(() => {
  localStorage.clear()
  globalThis.indexedDB = new IDBFactory()
})

afterEach(async () => {
  cleanup()
  await new Promise((resolve) => setTimeout(resolve, 30))
})

async function openDesk(rows: CodedRow[], text?: string) {
  const server = new CodingServer()
  for (const known of rows) server.rows.set(known.id, known)
  globalThis.fetch = server.fetch
  const view = codingView({ rows, ...(text === undefined ? {} : { text }) })
  render(<CodingDesk view={view} />)
  await screen.findByRole('textbox', { name: /Text of/ })
  return userEvent.setup()
}

const marks = (id?: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(`.desk-text mark${id ? `[data-annotation="${id}"]` : ''}`))

/** Sets the caret behind the first letter, as the arrow keys would. */
async function placeCaretIn(mark: HTMLElement | undefined): Promise<void> {
  await act(async () => {
    screen.getByRole('textbox', { name: /Text of/ }).focus()
    document.getSelection()?.collapse(mark?.firstChild ?? null, 1)
    document.dispatchEvent(new Event('selectionchange'))
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
}

describe('the text on the desk', () => {
  test('tells screen readers what each mark is, and what is the headline', async () => {
    await openDesk(
      [row(uuid(20), value('hero', 4, 11, { unsure: true }))],
      'Strike\n\nThe cranes stand still.\n\nOthers do not.',
    )
    const headline = screen.getAllByRole('heading', { level: 2 }).filter((heading) => heading.closest('.desk-text'))
    expect(headline.map((heading) => heading.textContent)).toEqual(['Strike'])
    expect(marks().map((mark) => mark.getAttribute('aria-roledescription'))).toEqual(['Hero', 'Hero'])
    expect(marks()[0]?.getAttribute('aria-description')).toBe('unsure')
  })

  test('lets go of selected words at a press, unless it extends them or asks for a menu', async () => {
    await openDesk([])
    // Nothing is laid out here: no place is over any element.
    Object.assign(document, { elementFromPoint: () => null })
    const words = screen.getByRole('textbox', { name: /Text of/ }).querySelector('p')?.firstChild
    const selectedAfter = (how: MouseEventInit) => {
      document.getSelection()?.setBaseAndExtent(words as Node, 0, words as Node, 6)
      words?.parentElement?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0, detail: 1, ...how }))
      return String(document.getSelection())
    }
    expect(selectedAfter({})).toBe('')
    expect([{ shiftKey: true }, { ctrlKey: true }, { button: 2 }, { detail: 2 }].map(selectedAfter)).toEqual(
      Array(4).fill('Marrin'),
    )
  })

  test('counts what is hidden, says so above the text, and brings it back', async () => {
    const user = await openDesk([row(uuid(20), value('hero', 0, 6)), row(uuid(21), value('figure', 7, 12))])
    await waitFor(() => expect(marks()).toHaveLength(2))
    const [button] = screen.getAllByRole('button', { name: /^Show/ })
    await user.click(button as HTMLElement)
    await user.click(screen.getByRole('checkbox', { name: 'Figure' }))
    await waitFor(() => expect(marks().map((mark) => mark.textContent)).toEqual(['Marrin']))
    expect(screen.getByText('1 annotation is hidden in the text')).toBeTruthy()
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    await waitFor(() => expect(marks()).toHaveLength(2))
  })

  test('shows what is not finished alone', async () => {
    const done = value('hero', 0, 6, { attributes: { target: 'Marrin' } })
    const user = await openDesk([row(uuid(20), done), row(uuid(21), value('villain', 7, 12))])
    const [button] = screen.getAllByRole('button', { name: /^Show/ })
    await user.click(button as HTMLElement)
    await user.click(screen.getByRole('checkbox', { name: /Hide finished ones/ }))
    await waitFor(() => expect(marks().map((mark) => mark.textContent)).toEqual(['holds']))
  })

  test('offers at stacked words what lies there, the innermost first and in hand', async () => {
    const user = await openDesk([row(uuid(20), value('hero', 0, 21)), row(uuid(21), value('villain', 7, 12))])
    await placeCaretIn(marks(uuid(21))[0])
    await user.keyboard('{Enter}')
    const chooser = await screen.findByRole('dialog', { name: '2 annotations on these words' })
    const items = within(chooser).getAllByRole('button')
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringContaining('Villain'),
      expect.stringContaining('Hero'),
    ])
    expect(items[0]?.getAttribute('aria-current')).toBe('true')
    expect(document.activeElement).toBe(items[0])
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(marks(uuid(20)).every((mark) => mark.classList.contains('is-selected'))).toBe(true)
  })

  test('keeps the typeface, the size and the numbers that a coder chose', async () => {
    const user = await openDesk([])
    const page = document.querySelector<HTMLElement>('.desk-page')
    await user.click(screen.getAllByRole('button', { name: 'Text' })[0] as HTMLElement)
    await user.click(screen.getByRole('radio', { name: 'Sans serif' }))
    await user.click(screen.getByRole('button', { name: 'Larger' }))
    await user.click(screen.getByRole('checkbox', { name: 'Number the paragraphs' }))
    expect(page?.dataset).toMatchObject({ typeface: 'sans', numbers: 'false' })
    expect(page?.style.getPropertyValue('--reading-size')).toBe('1.125')
    expect(JSON.parse(localStorage.getItem('framewise-desk') ?? '{}')).toMatchObject({ typeface: 'sans', size: 1.125 })
  })
})
