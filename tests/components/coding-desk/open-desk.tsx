import 'fake-indexeddb/auto'
import { act, cleanup, configure, getConfig, render, screen, waitFor } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { CodingDesk } from '@/components/coding-desk/CodingDesk'
import { NoObserver } from '../../support/no-observer'
import { codingView } from './coding-view'
import { CodingServer } from './outbox/coding-server'

/** Stands where the network is, anew for each test. */
export let server: CodingServer

const aFrame = () => new Promise((resolve) => setTimeout(resolve, 40))

/** What stands beside the text follows a stroke in it a frame later, or before the hand moves on: here that is at once. */
function looksWhenAllFollowed(): void {
  const { asyncWrapper } = getConfig()
  const moving: typeof asyncWrapper = async (run) => {
    const result = await asyncWrapper(run)
    act(() => void window.dispatchEvent(new Event('pointermove')))
    return result
  }
  beforeAll(() => configure({ asyncWrapper: moving }))
  afterAll(() => configure({ asyncWrapper }))
}

/** Prepares the tests of a file for the desk: what jsdom lacks, an empty browser database, a server that answers. */
export function withDesk(): void {
  looksWhenAllFollowed()
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
}

/** Opens the desk on a coding; see `codingView` for what may be said of it. */
export async function openDesk({
  isLast = false,
  ...more
}: Parameters<typeof codingView>[0] & { isLast?: boolean } = {}) {
  for (const known of more.rows ?? []) server.rows.set(known.id, known)
  server.submitted = more.state === 'submitted'
  const { rows: _, state: __, document: ___, ...rest } = codingView(more)
  server.view = rest
  const desk = render(<CodingDesk view={codingView(more)} isLast={isLast} />)
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Text of/ })).toBeTruthy())
  return desk
}

export const text = () => screen.getByRole('textbox', { name: /Text of/ })
export const marks = () => Array.from(text().querySelectorAll('mark'))
export const saved = () => waitFor(() => expect(document.querySelector('[data-save]')?.textContent).toBe('Saved'))

/** Selects words of the text as a mouse or Shift with the arrows would. */
export async function select(words: string): Promise<void> {
  const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    await act(async () => {
      text().focus()
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
      document.dispatchEvent(new Event('selectionchange'))
      await aFrame()
    })
    return
  }
  throw new Error(`no “${words}” in the text`)
}
