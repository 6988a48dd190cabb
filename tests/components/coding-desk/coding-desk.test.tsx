import 'fake-indexeddb/auto'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { CodingDesk } from '@/components/coding-desk/CodingDesk'
import { codingView, row, uuid, value } from './coding-view'
import { CodingServer } from './outbox/coding-server'

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

let server: CodingServer

beforeAll(() => {
  Object.assign(globalThis, {
    ResizeObserver: NoObserver,
    structuredClone: (of: unknown) => JSON.parse(JSON.stringify(of)),
  })
  Element.prototype.scrollIntoView = () => {}
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  server = new CodingServer()
  globalThis.fetch = server.fetch
})

afterEach(async () => {
  cleanup()
  await new Promise((resolve) => setTimeout(resolve, 30))
})

async function openDesk(more: Parameters<typeof codingView>[0] & { isLast?: boolean } = {}) {
  for (const known of more.rows ?? []) server.rows.set(known.id, known)
  server.submitted = more.state === 'submitted'
  const desk = render(<CodingDesk view={codingView(more)} isLast={more.isLast ?? false} />)
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Text of/ })).toBeTruthy())
  return desk
}

const text = () => screen.getByRole('textbox', { name: /Text of/ })
const marks = () => Array.from(text().querySelectorAll('mark'))
const saved = () => waitFor(() => expect(document.querySelector('[data-save]')?.textContent).toBe('Saved'))

/** Selects words of the text as a mouse or Shift with the arrows would. */
async function select(words: string): Promise<void> {
  const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    await act(async () => {
      text().focus()
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
      document.dispatchEvent(new Event('selectionchange'))
      await new Promise((resolve) => setTimeout(resolve, 30))
    })
    return
  }
  throw new Error(`no “${words}” in the text`)
}

describe('the coding desk', () => {
  test('shows the text line by line and every annotation on it, nested ones too', async () => {
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 21)), row(uuid(21), value('villain', 7, 12))] })
    expect(Array.from(text().children, (line) => line.textContent)).toEqual([
      'Marrin holds the quay',
      'The company waits.',
    ])
    await waitFor(() => expect(marks().length).toBeGreaterThan(1))
    const inner = marks().filter((mark) => mark.dataset.annotation === uuid(21))
    expect(inner.map((mark) => mark.textContent).join('')).toBe('holds')
    expect(inner[0]?.className).toContain('line-double')
  })

  test('codes the selected words with a key, sends them, and takes them back with Ctrl+Z', async () => {
    const user = userEvent.setup()
    await openDesk()
    await select('company ')
    await user.keyboard('v')
    expect(marks().map((mark) => mark.textContent)).toEqual(['company'])
    await saved()
    const [stored] = server.rows.values()
    expect(stored).toMatchObject({ value: { code: 'villain', segments: [{ part: 'span', start: 26, end: 33 }] } })
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect([...server.rows.values()].map(({ deleted }) => deleted)).toEqual([true]))
    expect(marks()).toEqual([])
  })

  test('asks the questions of the code and keeps the answers', async () => {
    const user = userEvent.setup()
    await openDesk()
    await select('company')
    await user.click(screen.getByRole('button', { name: /Villain/ }))
    await user.type(screen.getByLabelText(/Target/), 'Brisk')
    await user.click(screen.getByRole('radio', { name: 'quoted' }))
    await user.type(screen.getByLabelText(/Speaker/), 'Marrin; Orrel')
    await user.click(screen.getByRole('checkbox', { name: /unsure/ }))
    await saved()
    await waitFor(() =>
      expect([...server.rows.values()][0]?.value).toMatchObject({
        attributes: { target: 'Brisk', voice: 'quoted', speaker: ['Marrin', 'Orrel'] },
        unsure: true,
        touched: ['target', 'voice', 'speaker'],
      }),
    )
  })

  test('changes the code of a chosen annotation and deletes it', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(await screen.findByRole('button', { name: /Hero.*Marrin/s }))
    await user.keyboard('v')
    await waitFor(() => expect(server.rows.get(uuid(20))).toMatchObject({ version: 2, value: { code: 'villain' } }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(server.rows.get(uuid(20))).toMatchObject({ version: 3, deleted: true }))
    expect(marks()).toEqual([])
  })

  test('leaves the text as it is, whatever is typed, pasted or cut', async () => {
    const user = userEvent.setup()
    await openDesk()
    const before = text().textContent
    await select('Marrin')
    await user.keyboard('qq{Enter}{Backspace}{Delete}')
    await user.paste('something else')
    await user.cut()
    expect(text().textContent).toBe(before)
  })

  test('says when the server is away, and that nothing is lost', async () => {
    const user = userEvent.setup()
    await openDesk()
    server.fault = 'unreachable'
    await select('company')
    await user.keyboard('h')
    expect(await screen.findByText('Offline · 1 change kept here')).toBeTruthy()
    server.fault = null
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await saved()
    expect(server.rows.size).toBe(1)
  })

  test('submits nothing to code only when the coder says so', async () => {
    const user = userEvent.setup()
    await openDesk()
    await user.click(screen.getByRole('button', { name: 'Nothing to code here' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Submit: nothing to code' }))
    expect(await screen.findByText('Submitted with nothing to code.')).toBeTruthy()
    expect(server.submitted).toBe(true)
    expect(screen.queryByRole('region', { name: 'Codes' })).toBeNull()
  })

  test('says of a coding submitted offline that it will be submitted as soon as there is a connection', async () => {
    const user = userEvent.setup()
    await openDesk()
    server.fault = 'unreachable'
    await user.click(screen.getByRole('button', { name: 'Nothing to code here' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Submit: nothing to code' }))
    expect(await screen.findByText(/It will be submitted as soon as you are online/)).toBeTruthy()
    server.fault = null
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    expect(await screen.findByText('Submitted with nothing to code.')).toBeTruthy()
  })

  test('does not submit while required details are missing, and shows which', async () => {
    const user = userEvent.setup()
    await openDesk({ rows: [row(uuid(20), value('hero', 0, 6))] })
    await user.click(screen.getByRole('button', { name: 'Submit coding' }))
    const dialog = screen.getByRole('dialog', { name: 'Not complete yet' })
    expect(within(dialog).queryByRole('button', { name: 'Submit coding' })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: /Hero/ }))
    expect(screen.getByLabelText(/Target/)).toBeTruthy()
  })

  test('leads on to the next article when it is submitted', async () => {
    await openDesk({ state: 'submitted' })
    expect(screen.getByRole('link', { name: 'Go to the next article' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Back to my work' })).toBeNull()
  })

  test('leads back to the own work when all other codings are submitted too', async () => {
    await openDesk({ state: 'submitted', isLast: true })
    expect(screen.getByRole('link', { name: 'Back to my work' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to the next article' })).toBeTruthy()
  })

  test('can only be read when it is submitted', async () => {
    const user = userEvent.setup()
    await openDesk({ state: 'submitted', rows: [row(uuid(20), value('hero', 0, 6, { note: 'sure' }))] })
    expect(screen.getByText('Submitted.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Submit coding' })).toBeNull()
    await user.click(await screen.findByRole('button', { name: /Hero/ }))
    expect(screen.getByText('sure')).toBeTruthy()
    await user.keyboard('v{Delete}')
    expect(marks()).toHaveLength(1)
    expect(server.lists).toEqual([])
  })
})
