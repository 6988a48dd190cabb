import type { ThreadView } from '@/lib/coding/review/discussion'

/** jsdom has no Response. */
export function answer(body: unknown): Response {
  return { ok: true, status: 200, json: async () => JSON.parse(JSON.stringify(body)) } as Response
}

/** Stands where the network is: one discussion, and what was sent to it. */
export class DiscussionServer {
  thread: ThreadView = {
    ...{ subject: 'cluster', comments: [], people: ['Lea', 'Coder A'], mayWrite: true },
    stances: null,
  }
  sent: { path: string; body: Record<string, unknown> }[] = []
  asked: string[] = []
  /** How many of the next requests get no answer though they arrive. */
  lost = 0

  fetch = async (path: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const address = String(path)
    if (init.method !== 'POST') {
      this.asked.push(address)
      return answer(this.thread)
    }
    const body = JSON.parse(String(init.body))
    this.sent.push({ path: address, body })
    const isKnown = this.thread.comments.some(({ id }) => id === body.id)
    if (body.text && !isKnown) {
      const said = {
        id: body.id,
        author: 'Coder B',
        isOwn: true,
        text: body.text,
        mentions: [],
        at: '2026-11-29T12:00:00Z',
      }
      this.thread = { ...this.thread, comments: [...this.thread.comments, said] }
    }
    if (this.lost > 0) {
      this.lost -= 1
      throw new TypeError('The network is gone.')
    }
    return answer({ id: body.id })
  }
}

/** The browser's connection for news, which jsdom has not: here the test is the server. */
export class NewsLine {
  static open: NewsLine[] = []
  onmessage: ((event: { data: string }) => void) | null = null
  onopen: (() => void) | null = null

  constructor(readonly address: string) {
    NewsLine.open.push(this)
  }

  close() {
    NewsLine.open = NewsLine.open.filter((line) => line !== this)
  }

  static tell(notice: Record<string, string>) {
    for (const line of NewsLine.open) line.onmessage?.({ data: JSON.stringify(notice) })
  }
}
