import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { Discussion } from '@/components/discussion/Discussion'
import { LiveRefresh } from '@/components/study/live-refresh'
import { DiscussionServer, NewsLine } from './discussion-server'

let server: DiscussionServer

beforeAll(() => {
  // What jsdom lacks.
  Element.prototype.scrollIntoView = () => {}
})
beforeEach(() => {
  server = new DiscussionServer()
  globalThis.fetch = server.fetch as typeof fetch
  Object.assign(globalThis, { EventSource: NewsLine })
})
afterEach(() => {
  cleanup()
  Reflect.deleteProperty(globalThis, 'EventSource')
})

const clusterId = '0197a000-0000-7000-8000-000000000002'

async function open() {
  render(<Discussion studyId="s1" subject="cluster" clusterId={clusterId} />)
  return screen.findByLabelText<HTMLTextAreaElement>('Comment')
}

const comments = () => screen.queryAllByRole('listitem').map((item) => item.textContent)
const sendButton = () => screen.getByRole('button', { name: 'Send' })

describe('a discussion', () => {
  test('is read for what it is about, and says that nobody has said anything', async () => {
    await open()
    expect(server.asked).toEqual([`/api/studies/s1/threads?subject=cluster&clusterId=${clusterId}`])
    expect(screen.getByText('Nobody has said anything yet.')).not.toBeNull()
  })

  test('shows what one says, and empties the field', async () => {
    const field = await open()
    await userEvent.type(field, 'She saved it.')
    await userEvent.click(sendButton())
    await waitFor(() => expect(comments()).toHaveLength(1))
    expect(comments()[0]).toMatch(/^You.*She saved it\.$/)
    expect(field.value).toBe('')
    expect(server.sent[0]).toMatchObject({ body: { subject: 'cluster', clusterId, text: 'She saved it.' } })
  })

  test('keeps what could not be sent, and sends it again under the same id', async () => {
    const field = await open()
    server.lost = 1
    await userEvent.type(field, 'She saved it.')
    await userEvent.click(sendButton())
    expect((await screen.findByRole('alert')).textContent).toMatch(/cannot be reached/)
    expect(field.value).toBe('She saved it.')
    await userEvent.click(sendButton())
    await waitFor(() => expect(comments()).toHaveLength(1))
    expect(new Set(server.sent.map(({ body }) => body.id)).size).toBe(1)
    expect(server.sent).toHaveLength(2)
  })

  test('sends with Ctrl and Enter, and lets no key through to the page around it', async () => {
    const heard: string[] = []
    const field = await open()
    document.addEventListener('keydown', ({ key }) => heard.push(key))
    render(<div />)
    await userEvent.type(field, 'n{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.sent).toHaveLength(1))
    expect(server.sent[0]?.body.text).toBe('n')
  })

  test('is read again when somebody says something in it, and not for another one', async () => {
    await open()
    act(() => NewsLine.tell({ about: 'discussion', documentId: 'd1', clusterId: 'another' }))
    act(() => NewsLine.tell({ about: 'coding' }))
    expect(server.asked).toHaveLength(1)
    server.thread = {
      ...server.thread,
      comments: [{ id: 'c1', author: 'Lea', isOwn: false, text: 'Why?', mentions: [], at: '2026-11-29T12:00:00Z' }],
    }
    act(() => NewsLine.tell({ about: 'discussion', documentId: 'd1', clusterId }))
    await waitFor(() => expect(comments()).toHaveLength(1))
  })

  test('shares one connection with the page that it is on', async () => {
    render(
      <AppRouterContext.Provider value={{ refresh: () => undefined } as never}>
        <LiveRefresh studyId="s1" />
        <Discussion studyId="s1" subject="cluster" clusterId={clusterId} />
      </AppRouterContext.Provider>,
    )
    await screen.findByLabelText('Comment')
    expect(NewsLine.open).toHaveLength(1)
    cleanup()
    expect(NewsLine.open).toHaveLength(0)
  })

  test('can be read only by who may not take part', async () => {
    server.thread = { ...server.thread, mayWrite: false }
    render(<Discussion studyId="s1" subject="cluster" clusterId={clusterId} />)
    await screen.findByText('Nobody has said anything yet.')
    expect(screen.queryByLabelText('Comment')).toBeNull()
  })
})

describe('a mention', () => {
  test('is chosen from the list with the arrow keys and Enter', async () => {
    const field = await open()
    await userEvent.type(field, 'Why, @')
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Lea', 'Coder A'])
    await userEvent.type(field, '{ArrowDown}')
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Coder A')
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id)
    await userEvent.type(field, '{Enter}?')
    expect(field.value).toBe('Why, @Coder A ?')
    expect(screen.queryByRole('option')).toBeNull()
    expect(server.sent).toEqual([])
  })

  test('is chosen with Tab too, which else leaves the field', async () => {
    const field = await open()
    await userEvent.type(field, '@{ArrowUp}')
    await userEvent.tab()
    expect(field.value).toBe('@Coder A ')
    expect(document.activeElement).toBe(field)
    await userEvent.tab()
    expect(document.activeElement).not.toBe(field)
  })

  test('leaves the field a text box that says what is active in its list, and its other keys to the caret', async () => {
    const field = await open()
    await userEvent.type(field, 'Why, @')
    expect(screen.getByRole('textbox', { name: 'Comment' })).toBe(field)
    expect(field.getAttribute('aria-expanded')).toBeNull()
    expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox', { name: 'People to mention' }).id)
    await userEvent.keyboard('{Home}')
    expect(field.selectionStart).toBe(0)
    await userEvent.keyboard('{Escape}')
    expect(field.getAttribute('aria-controls')).toBeNull()
    expect(field.getAttribute('aria-activedescendant')).toBeNull()
  })

  test('is chosen by pressing it, and given up with Escape', async () => {
    const field = await open()
    await userEvent.type(field, '@l')
    await userEvent.click(screen.getByRole('option', { name: 'Lea' }))
    expect(field.value).toBe('@Lea ')
    await userEvent.type(field, '@c{Escape}')
    expect(screen.queryByRole('option')).toBeNull()
    expect(field.value).toBe('@Lea @c')
  })
})

describe('what the coders want', () => {
  const stances = { inputKey: 'k', own: 'B', agreed: null }

  test('is chosen by a coder: to keep the own reading, or accept another', async () => {
    const coders = [
      { reading: 'A', stance: null },
      { reading: 'B', stance: null },
    ]
    server.thread = { ...server.thread, stances: { ...stances, coders } }
    await open()
    expect(screen.getByText(/No consensus yet: 0 of 2/)).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Accept A' }))
    expect(server.sent).toMatchObject([
      { path: `/api/studies/s1/clusters/${clusterId}/stances`, body: { inputKey: 'k', reading: 'A' } },
    ])
  })

  test('is asked of a passage that is decided as what can reopen it, with what each reading has', async () => {
    const coders = ['A', 'B'].map((reading) => ({ reading, stance: null }))
    server.thread = { ...server.thread, stances: { ...stances, coders } }
    const readings = { A: 'Hero', B: 'nothing marked' }
    render(<Discussion studyId="s1" subject="cluster" clusterId={clusterId} isDecided readings={readings} />)
    await screen.findByText('Decided. Your wish can reopen it: a reviewer looks again.')
    expect(screen.queryByText(/^A reviewer decides/)).toBeNull()
    const choices = screen.getAllByRole('button', { name: /Keep|Accept/ }).map(({ textContent }) => textContent)
    expect(choices).toEqual(['Keep mine (B): nothing marked', 'Accept A: Hero'])
  })

  test('is shown to a reviewer with the consensus, and nothing to choose', async () => {
    const coders = [
      { reading: 'A', stance: 'A' },
      { reading: 'B', stance: 'A' },
    ]
    server.thread = { ...server.thread, stances: { ...stances, own: null, agreed: 'A', coders } }
    await open()
    expect(screen.getByText('Consensus: all coders want reading A.')).not.toBeNull()
    expect(screen.queryByRole('button', { name: /Accept|Keep/ })).toBeNull()
  })
})
