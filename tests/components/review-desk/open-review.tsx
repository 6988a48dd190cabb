import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { ReviewDesk } from '@/components/review-desk/ReviewDesk'
import type { QueueFilters } from '@/components/review-queue/filters'
import type { ClusterView, ReviewQueue } from '@/lib/coding/review/review-view'
import { reviewQueue } from '../../support/cluster-view'
import { NoObserver } from '../../support/no-observer'
import { uuid } from '../coding-desk/coding-view'
import { ReviewServer } from './review-server'

/** A stream of news that a test tells. */
class ToldEvents {
  static open: ToldEvents[] = []
  onmessage: ((event: { data: string }) => void) | null = null
  onopen: (() => void) | null = null
  constructor(readonly address: string) {
    ToldEvents.open.push(this)
  }
  close() {
    ToldEvents.open = ToldEvents.open.filter((one) => one !== this)
  }
}

/** Tells every listener. */
export async function tell(notice: object): Promise<void> {
  await act(async () => {
    for (const { onmessage } of ToldEvents.open) onmessage?.({ data: JSON.stringify(notice) })
    await new Promise((resolve) => setTimeout(resolve, 0))
  })
}

/** Prepares the tests of a file for the review desk: what jsdom lacks. */
export function withReviewDesk(): void {
  beforeAll(() => {
    Object.assign(globalThis, {
      ResizeObserver: NoObserver,
      EventSource: ToldEvents,
      structuredClone: (of: unknown) => JSON.parse(JSON.stringify(of)),
    })
    Element.prototype.scrollIntoView = () => {}
    Element.prototype.scrollBy = () => {}
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList
    Range.prototype.getBoundingClientRect = () => new DOMRect()
  })

  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    ToldEvents.open = []
  })

  afterEach(async () => {
    cleanup()
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
}

/** Opens the desk on the first of these clusters, or on its end. */
export async function openReview(
  views: readonly ClusterView[],
  filters: QueueFilters = {},
  queue: Partial<ReviewQueue> = {},
): Promise<ReviewServer> {
  const server = new ReviewServer(views)
  globalThis.fetch = server.fetch as typeof fetch
  const [first] = views
  const view = first ? server.seen(first.id) : null
  render(<ReviewDesk studyId={uuid(2)} filters={filters} view={view} queue={reviewQueue(views, queue)} />)
  if (view) await waitFor(() => expect(document.querySelector('.desk-text')).toBeTruthy())
  return server
}

/** Decides by keyboard that no reading is right, with the first cause. */
export async function rejectAll(user: UserEvent): Promise<void> {
  await user.keyboard('4')
  await user.keyboard('1')
  await user.keyboard('Wrong.{Enter}')
}

export const text = () => screen.getByRole('textbox', { name: /Text of/ })

/** What is drawn of the readings in the text: "A hero: words", in the order of the page. */
export function rails(): string[] {
  const drawn = new Map<string, string>()
  for (const mark of document.querySelectorAll<HTMLElement>('mark[data-rail]')) {
    const names = mark.getAttribute('aria-description') ?? ''
    const name = `${names.replace(/Readings? /, '')} ${mark.getAttribute('aria-roledescription')}`
    drawn.set(name, (drawn.get(name) ?? '') + mark.textContent)
  }
  return Array.from(drawn, ([name, words]) => `${name}: ${words}`)
}

/** Selects words of the text as a mouse would. */
export async function select(words: string): Promise<void> {
  const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node)
  const whole = nodes.map((node) => node.textContent ?? '').join('')
  const at = whole.indexOf(words)
  if (at < 0) throw new Error(`no “${words}” in the text`)
  const place = (offset: number): [Node, number] => {
    let rest = offset
    for (const node of nodes) {
      const length = node.textContent?.length ?? 0
      if (rest <= length) return [node, rest]
      rest -= length
    }
    throw new Error('beyond the text')
  }
  await act(async () => {
    text().focus()
    document.getSelection()?.setBaseAndExtent(...place(at), ...place(at + words.length))
    document.dispatchEvent(new Event('selectionchange'))
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
}
