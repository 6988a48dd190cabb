import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBObjectStore } from 'fake-indexeddb'
import { row, uuid, value } from './coding-view'
import { openDesk, saved, select, server, text, withDesk } from './open-desk'

withDesk()

afterEach(() => jest.restoreAllMocks())

/** Whether the browser would ask before it closes the tab. */
function asksBeforeClosing(): boolean {
  const closing = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(closing)
  return closing.defaultPrevented
}

describe('leaving the desk', () => {
  test('in the middle of writing keeps the words, and they can be undone on the next visit', async () => {
    const user = userEvent.setup()
    const hero = row(uuid(20), value('hero', 0, 6, { attributes: { target: 'Marrin' } }))
    await openDesk({ rows: [hero] })
    await saved()
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    await user.type(screen.getByLabelText(/note/i), 'why')
    cleanup()
    const stored = () => server.rows.get(uuid(20))?.value
    await waitFor(() => expect(stored()).toMatchObject({ note: 'why' }))
    await openDesk({ rows: [...server.rows.values()] })
    const [undo] = screen.getAllByRole<HTMLButtonElement>('button', { name: 'Undo' }) as [HTMLButtonElement]
    await waitFor(() => expect(undo.disabled).toBe(false))
    await user.click(undo)
    await waitFor(() => expect(stored()).toMatchObject({ note: '' }))
  })

  test('for another one warns before the tab is closed until nothing can be lost with it', async () => {
    const user = userEvent.setup()
    await openDesk()
    await saved()
    server.fault = 'unreachable'
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    await select('company')
    await user.keyboard('v')
    await waitFor(() => expect(asksBeforeClosing()).toBe(true))
    cleanup()
    expect(asksBeforeClosing()).toBe(true)
    full.mockRestore()
    server.fault = null
    await waitFor(() => expect(asksBeforeClosing()).toBe(false), { timeout: 4000 })
  })
})

describe('an annotation that is taken in hand', () => {
  test('comes into sight when the panel has taken its room from the text', async () => {
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await saved()
    const panels: (string | null | undefined)[] = []
    jest.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {
      panels.push(document.querySelector('.desk-questions')?.textContent)
    })
    await act(async () => text().focus())
    const user = userEvent.setup()
    await user.keyboard(']')
    await waitFor(() => expect(document.querySelector('.desk-questions')).not.toBeNull())
    expect(panels.at(-1)).toBeTruthy()
  })
})
